package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program as an image runs it: without a shell, by the Java runtime itself.
 *
 * @param image the image's name
 * @param module whose jar it is
 * @param cache name of its AOT cache
 * @param service where it listens, if it does
 */
record ImageProgram(String image, String module, String cache, Optional<Service> service) {

    /** Folder of everything in an image. */
    static final String HOME = "agentctl";

    /** The jar of the health check, in {@link #HOME}. */
    static final String HEALTH = "programs/agentctl-health.jar";

    /** No user of any machine; what images without a root call nobody. */
    static final String USER = "65532:65532";

    private static final String JAVA = "/" + HOME + "/runtime/bin/java";
    private static final String PROGRAMS = "/" + HOME + "/programs/";

    /** A service: the port by default, and the path that says that it lives. */
    record Service(int port, String health) {}

    /** Those that have an image. */
    static List<ImageProgram> all() {
        return List.of(
                new ImageProgram(
                        "agentctl-runtime",
                        "runtime-service",
                        "runtime-service",
                        Optional.of(new Service(8080, "/health/live"))),
                new ImageProgram(
                        "agentctl-control-plane",
                        "control-plane-service",
                        "control-plane-service",
                        Optional.of(new Service(8470, "/health"))),
                new ImageProgram("agentctl", "cli", "commands", Optional.empty()));
    }

    /** Its files in {@code programs/}. */
    List<String> files() {
        List<String> files = new ArrayList<>(List.of("agentctl-" + module + ".jar", cache + ".aot"));
        if (service.isPresent()) {
            files.add("agentctl-" + module + ".options");
        }
        return files;
    }

    /**
     * What the image's configuration says of it.
     *
     * @param archive the archive's folder
     */
    Map<String, Object> settings(Path archive, String version) throws IOException {
        Map<String, Object> settings = Image.ordered(
                "User",
                USER,
                "Env",
                List.of("PATH=/" + HOME + "/runtime/bin", "LANG=C.UTF-8", "HOME=/tmp"),
                "Entrypoint",
                entryPoint(archive),
                "WorkingDir",
                "/",
                "StopSignal",
                "SIGTERM",
                "Labels",
                Image.ordered("org.opencontainers.image.title", image, "org.opencontainers.image.version", version));
        service.ifPresent(listening -> {
            settings.put("ExposedPorts", Map.of(listening.port() + "/tcp", Map.of()));
            settings.put("Healthcheck", healthCheck(listening));
        });
        return settings;
    }

    private List<String> entryPoint(Path archive) throws IOException {
        String jar = PROGRAMS + "agentctl-" + module + ".jar";
        String aot = "-XX:AOTCache=" + PROGRAMS + cache + ".aot";
        if (service.isPresent()) {
            return List.of(JAVA, "@" + PROGRAMS + "agentctl-" + module + ".options", aot, "-jar", jar);
        }
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(flags(Files.readString(archive.resolve("programs/start.sh"))));
        command.addAll(List.of(
                "-XX:CompileThresholdScaling=10",
                aot,
                "-Dagentctl.home=/" + HOME,
                "-Dagentctl.terminal=",
                "-cp",
                jar,
                "io.agentctl.cli.Main"));
        return command;
    }

    /** The flags of the launcher: the cache is of no use under others. */
    static List<String> flags(String launcher) throws IOException {
        Matcher flags = Pattern.compile("^jvm_flags='(.*)'$", Pattern.MULTILINE).matcher(launcher);
        if (!flags.find()) {
            throw new IOException("the launcher has no line jvm_flags='…'");
        }
        return List.of(flags.group(1).split(" ", -1));
    }

    private static Map<String, Object> healthCheck(Service service) {
        return Image.ordered(
                "Test",
                List.of(
                        "CMD",
                        JAVA,
                        "-Xint",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx8m",
                        "-cp",
                        "/" + HOME + "/" + HEALTH,
                        "io.agentctl.health.HealthCheck",
                        Integer.toString(service.port()),
                        service.health()),
                "Interval",
                Duration.ofSeconds(30).toNanos(),
                "Timeout",
                Duration.ofSeconds(10).toNanos(),
                "StartPeriod",
                Duration.ofSeconds(60).toNanos(),
                "Retries",
                3);
    }
}
