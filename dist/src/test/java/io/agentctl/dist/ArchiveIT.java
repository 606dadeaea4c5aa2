package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users download, as the build before has left it in {@code dist/target}; run with {@code -Pdist}. */
class ArchiveIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final long LARGEST = 90_000_000;

    /** A class that was read from a jar, in the JVM's log. */
    private static final String FROM_JAR = " source: file:";

    @TempDir
    static Path folder;

    private static Path home;

    private record Outcome(int code, String said) {}

    @BeforeAll
    static void unpack() throws Exception {
        assertThat(run(folder, Map.of(), "tar", "-xJf", only(TARGET, ".tar.xz").toString()))
                .isEqualTo(new Outcome(0, ""));
        home = only(folder, "");
    }

    @Test
    void startsWithoutJavaAndKeepsSilentAboutItsCaches() throws Exception {
        assertThat(version(home)).isEqualTo(new Outcome(0, "agentctl " + versionByName() + "\n"));
    }

    @Test
    void isSmallEnough() throws IOException {
        assertThat(Files.size(only(TARGET, ".tar.xz"))).isLessThan(LARGEST);
    }

    @Test
    void helpIsReadFromItsCache() throws Exception {
        assertThat(classesLoaded("help", "-Xint", "--help")).noneMatch(line -> line.contains(FROM_JAR));
    }

    @Test
    void commandsAreReadFromTheirCache() throws Exception {
        List<String> loaded = classesLoaded("commands", "-XX:CompileThresholdScaling=10", "config", "view");

        assertThat(loaded)
                .filteredOn(line -> line.contains("shared objects file"))
                .hasSizeGreaterThan(1000);
        assertThat(loaded)
                .filteredOn(line -> line.contains(FROM_JAR) && line.contains("io.agentctl."))
                .isEmpty();
    }

    @Test
    void servicesAreReadFromTheirCaches() throws Exception {
        for (String service : List.of("runtime-service", "control-plane-service")) {
            Path log = folder.resolve(service + ".log");
            run(
                    home,
                    Map.of(),
                    home.resolve("runtime/bin/java").toString(),
                    "@programs/agentctl-" + service + ".options",
                    "-XX:AOTCache=programs/" + service + ".aot",
                    "-Xlog:class+load:file=" + log,
                    "-jar",
                    "programs/agentctl-" + service + ".jar",
                    "--config",
                    folder.resolve("there is none").toString());

            assertThat(Files.readString(log))
                    .as(service)
                    .containsPattern("io\\.agentctl\\.\\S+\\.\\w*Main source: shared objects file");
        }
    }

    @Test
    void cachesThatDoNotFitArePassedOverInSilence() throws Exception {
        Path other = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-other"));
        try {
            run(folder, Map.of(), "cp", "-a", home + "/.", other.toString());
            Path cache = other.resolve("programs/help.aot");
            byte[] octets = Files.readAllBytes(cache);
            Outcome fitting = version(home);

            Files.write(cache, new byte[octets.length]);
            assertThat(version(other)).as("of nothing").isEqualTo(fitting);
            Files.write(cache, "no cache".getBytes(StandardCharsets.UTF_8));
            assertThat(version(other)).as("of another kind").isEqualTo(fitting);
            Files.write(cache, Arrays.copyOf(octets, octets.length / 2));
            assertThat(version(other)).as("cut off").isEqualTo(fitting);
            Files.write(cache, octets);
            Files.setLastModifiedTime(
                    other.resolve("programs/agentctl-cli.jar"), FileTime.fromMillis(System.currentTimeMillis()));
            assertThat(version(other)).as("of another jar").isEqualTo(fitting);
            Files.delete(cache);
            assertThat(version(other)).as("gone").isEqualTo(fitting);
        } finally {
            Folders.remove(other);
        }
    }

    @Test
    void sumsFit() throws Exception {
        List<String> lines = Files.readAllLines(TARGET.resolve("SHA256SUMS"));

        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        for (String line : lines) {
            String[] parts = line.split(" {2}", -1);
            assertThat(Sums.of(TARGET.resolve(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    @Test
    void theInventoryNamesEveryJarWithItsSum() throws IOException {
        Map<String, String> named = new TreeMap<>();
        for (JsonNode component : inventory()) {
            String name = component.path("name").asText();
            boolean program = component.path("type").asText().equals("application");
            named.put(
                    program
                            ? name + ".jar"
                            : name + "-" + component.path("version").asText() + ".jar",
                    component.path("hashes").path(0).path("content").asText());
        }
        for (Path jar : jars()) {
            assertThat(named).containsEntry(jar.getFileName().toString(), Sums.of(jar));
        }
    }

    @Test
    void everyLibraryOfOthersHasALicenceAndItsText() throws IOException {
        assertThat(Files.readString(home.resolve("THIRD-PARTY.md"))).doesNotContain("not said", "|  |");
        for (Path jar : jars()) {
            String name = jar.getFileName().toString().replace(".jar", "");
            if (!name.startsWith("agentctl-")) {
                try (Stream<Path> texts = Files.list(home.resolve("licenses").resolve(name))) {
                    assertThat(texts.map(text -> text.getFileName().toString()))
                            .as(name)
                            .anyMatch(text -> !text.startsWith("NOTICE"));
                }
            }
        }
        assertThat(home.resolve("runtime/legal/java.base/LICENSE")).exists();
        assertThat(home.resolve("LICENSE")).exists();
    }

    @Test
    void manualAndCompletionsAreThere() {
        assertThat(home.resolve("share/man/man1/agentctl.1")).exists();
        assertThat(home.resolve("share/man/man1/agentctl-ecs-rightsize.1")).exists();
        assertThat(home.resolve("share/bash-completion/completions/agentctl")).exists();
        assertThat(home.resolve("share/zsh/site-functions/_agentctl")).exists();
        assertThat(home.resolve("share/fish/vendor_completions.d/agentctl.fish"))
                .exists();
    }

    private static Outcome version(Path installed) throws Exception {
        return run(
                folder,
                Map.of("PATH", "/usr/bin:/bin"),
                installed.resolve("bin/agentctl").toString(),
                "--version");
    }

    private static String versionByName() {
        return home.getFileName().toString().substring("agentctl-".length());
    }

    /** Runs a command with the flags of the launcher, and reads where its classes came from. */
    private static List<String> classesLoaded(String cache, String flag, String... command) throws Exception {
        Path log = folder.resolve(cache + ".log");
        List<String> line = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                ". programs/start.sh; exec runtime/bin/java $jvm_flags \"$@\"",
                cache,
                flag,
                "-XX:AOTCache=programs/" + cache + ".aot",
                "-Xlog:class+load:file=" + log,
                "-cp",
                "programs/agentctl-cli.jar",
                "io.agentctl.cli.Main"));
        line.addAll(List.of(command));
        assertThat(run(home, Map.of("HOME", folder.toString()), line.toArray(String[]::new))
                        .code())
                .isZero();
        return Files.readAllLines(log);
    }

    private static JsonNode inventory() throws IOException {
        return new ObjectMapper().readTree(home.resolve("sbom.json").toFile()).path("components");
    }

    private static List<Path> jars() throws IOException {
        List<Path> jars = Folders.all(home.resolve("programs")).stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .toList();
        assertThat(jars).hasSizeGreaterThan(100);
        return jars;
    }

    private static Path only(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith("agentctl-")
                                    && file.toString().endsWith(suffix))
                    .toList();
            assertThat(found).as("made by mvn -Pdist package").hasSize(1);
            return found.getFirst();
        }
    }

    private static Outcome run(Path directory, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }
}
