package io.agentctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with JDKs and a Maven that only pretend, in a folder whose name has a space. */
@Timeout(120)
class LauncherIT {

    private static final String JAVA =
            """
            #!/bin/sh
            for argument; do
              case $argument in
                -XX:AOTCacheOutput=*) : >"${argument#*=}"; exit 0 ;;
              esac
            done
            for argument; do printf '%s\\n' "$argument"; done
            exit ${JAVA_EXIT:-0}
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$JAVA_HOME $*" >>"$BUILDS"
            sleep "${MAVEN_SECONDS:-0}"
            [ -z "${MAVEN_BREAKS-}" ] || { echo 'a class does not compile'; exit 1; }
            mkdir -p cli/target && : >cli/target/agentctl-cli.jar
            """;

    private static final List<String> TOOLS = List.of(
            "sh", "find", "mkdir", "touch", "tail", "mv", "rm", "cat", "sleep", "mktemp", "readlink", "sed", "stty");

    @TempDir
    Path folder;

    private Path project;
    private Path jdk;
    private final Map<String, String> environment = new HashMap<>();

    private record Ended(int code, List<String> out, String talk) {}

    @BeforeEach
    void pretend() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        Files.copy(repository().resolve("agentctl"), project.resolve("agentctl"));
        Path start = Path.of("cli/src/main/sh/start.sh");
        Files.createDirectories(project.resolve(start).getParent());
        Files.copy(repository().resolve(start), project.resolve(start));
        write(project.resolve("pom.xml"), "");
        write(project.resolve("cli/src/main/java/A.java"), "");
        write(project.resolve("cli/src/main/aot/help.txt"), "--help\n");
        jdk = jdk("jdk-25", "25.0.1");
        for (String tool : TOOLS) {
            script(folder.resolve("bin").resolve(tool), "#!/bin/sh\nexec " + found(tool) + " \"$@\"\n");
        }
        script(folder.resolve("bin/mvn"), MAVEN);
        environment.put("PATH", folder.resolve("bin").toString());
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("AGENTCTL_SEARCH_ROOT", folder.resolve("root").toString());
        environment.put("BUILDS", folder.resolve("builds").toString());
        environment.put("JAVA_HOME", jdk.toString());
    }

    @Test
    void startsTheJarWithTheArgumentsAsTheyWere() throws Exception {
        Ended ended = launch("ecs", "services", "two words", "");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains(
                        "-cp", project.resolve("cli/target/agentctl-cli.jar").toString(), "-Dagentctl.home=" + project)
                .endsWith("io.agentctl.cli.Main", "ecs", "services", "two words", "");
    }

    @Test
    void theExitCodeIsTheProgramsOwn() throws Exception {
        environment.put("JAVA_EXIT", "3");

        assertThat(launch("ecs").code()).isEqualTo(3);
    }

    @Test
    void buildsOnceAndAgainOnlyWhenASourceChanged() throws Exception {
        Ended first = launch("--version");
        Ended second = launch("--version");
        changed(project.resolve("cli/src/main/java/A.java"));
        launch("--version");
        Files.delete(project.resolve("cli/src/main/java/A.java"));
        changed(project.resolve("cli/src/main/java"));
        launch("--version");
        launch("--version");

        assertThat(first.talk()).contains("building");
        assertThat(second.talk()).isEmpty();
        assertThat(builds()).hasSize(3).allMatch(build -> build.startsWith(jdk + " ") && build.endsWith(" package"));
    }

    @Test
    void helpHasACacheOfItsOwnAndACacheThatIsMissingIsDoneWithout() throws Exception {
        assertThat(launch("--help").out())
                .anyMatch(line -> line.endsWith("/help.aot"))
                .contains("-Xint");
        assertThat(launch("ecs", "services").out()).noneMatch(line -> line.startsWith("-XX:AOTCache="));
    }

    @Test
    @Timeout(60)
    void ofSeveralFirstUsesOneBuilds() throws Exception {
        environment.put("MAVEN_SECONDS", "2");
        List<Process> uses = new ArrayList<>();
        for (int use = 0; use < 4; use++) {
            uses.add(start(project.resolve("agentctl"), "--version"));
        }

        for (Process use : uses) {
            assertThat(ended(use).code()).isZero();
        }
        assertThat(builds()).hasSize(1);
    }

    @Test
    void theLockOfABuildThatIsGoneIsBroken() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        write(project.resolve(".agentctl-build/lock/pid"), gone.pid() + "\n");

        assertThat(launch("--version").code()).isZero();
        assertThat(project.resolve(".agentctl-build/lock")).doesNotExist();
    }

    @Test
    void aBuildThatFailsSaysWhyAndIsTriedAgain() throws Exception {
        environment.put("MAVEN_BREAKS", "yes");
        Ended broken = launch("--version");
        environment.remove("MAVEN_BREAKS");

        assertThat(broken.code()).isEqualTo(70);
        assertThat(broken.talk()).contains("a class does not compile", "the build failed", "build.log");
        assertThat(launch("--version").code()).isZero();
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        Files.delete(folder.resolve("bin/mvn"));

        Ended ended = launch("--version");

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.talk()).contains("mvn is not on the PATH", "3.8.7");
    }

    @Test
    void withoutAJdkItSaysHowToGetOne() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk-17", "17.0.9").toString());

        Ended ended = launch("--version");

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.talk())
                .contains("no JDK 25 or newer", "apt-get install", "brew install", "AGENTCTL_JAVA_HOME");
        assertThat(builds()).isEmpty();
    }

    @Test
    void aJdkIsFoundInTheUsualPlaces() throws Exception {
        environment.remove("JAVA_HOME");
        for (String place : List.of(
                "root/usr/lib/jvm/temurin-26",
                "root/Library/Java/JavaVirtualMachines/x.jdk/Contents/Home",
                "root/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
                "home/.sdkman/candidates/java/25-tem",
                "home/.jdks/corretto-25")) {
            Path home = jdk(place, "25.0.2");
            Files.deleteIfExists(project.resolve(".agentctl-build/jdk"));

            launch("--version");

            assertThat(project.resolve(".agentctl-build/jdk")).content().contains(home.toString());
            deleteAll(home);
        }
    }

    @Test
    void aJdkOnThePathIsFoundThroughItsLinks() throws Exception {
        environment.remove("JAVA_HOME");
        Files.createSymbolicLink(folder.resolve("bin/java"), jdk.resolve("bin/java"));

        assertThat(launch("--version").code()).isZero();
        assertThat(builds()).allMatch(build -> build.startsWith(jdk.toString()));
    }

    @Test
    void theJdkThatIsNamedIsTakenOrRefused() throws Exception {
        Path other = jdk("another jdk", "27-ea");
        environment.put("AGENTCTL_JAVA_HOME", other.toString());
        Ended named = launch("--version");
        environment.put("AGENTCTL_JAVA_HOME", folder.resolve("nowhere").toString());
        Ended refused = launch("--version");

        assertThat(named.code()).isZero();
        assertThat(builds()).allMatch(build -> build.startsWith(other.toString()));
        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.talk()).contains("AGENTCTL_JAVA_HOME is " + folder.resolve("nowhere"));
    }

    @Test
    void itMayBeCalledThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a project/agentctl"));

        assertThat(ended(start(link, "--version")).out()).contains("-Dagentctl.home=" + project.toRealPath());
    }

    private Ended launch(String... arguments) throws Exception {
        return ended(start(project.resolve("agentctl"), arguments));
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended ended(Process process) throws Exception {
        process.getOutputStream().close();
        List<String> out = process.inputReader().lines().toList();
        String talk = String.join("\n", process.errorReader().lines().toList());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, talk);
    }

    private List<String> builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        write(home.resolve("release"), "IMPLEMENTOR=\"Pretence\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Makes a file younger than what was built, without waiting. */
    private void changed(Path path) throws IOException {
        Instant now = Instant.now();
        Files.setLastModifiedTime(project.resolve(".agentctl-build/stamp"), FileTime.from(now.minusSeconds(20)));
        Files.setLastModifiedTime(path, FileTime.from(now.minusSeconds(10)));
    }

    private static void script(Path path, String text) throws IOException {
        write(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void deleteAll(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path path : files.toList().reversed()) {
                Files.delete(path);
            }
        }
    }

    private static Path found(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static Path repository() {
        Path module = Path.of("").toAbsolutePath();
        return Files.exists(module.resolve("agentctl")) ? module : module.getParent();
    }
}
