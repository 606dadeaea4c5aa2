package io.agentctl.runtime.bench;

import io.agentctl.policies.store.PolicyTable;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * From the start of a process to its first 200 of {@code /health/ready}, with and without an AOT cache, with ten
 * policies of files and with a table. Arguments: the folder of the runtime's jar and options, and how often.
 */
public final class StartBench {

    private static final int PORT = 18_191;
    private static final String JAR = "agentctl-runtime-service.jar";

    private final Path target;
    private final Path folder;
    private final int times;
    private final PrintStream out;

    private record Start(double millis, double cpuMillis) {}

    private StartBench(Path target, Path folder, int times, PrintStream out) {
        this.target = target;
        this.folder = folder;
        this.times = times;
        this.out = out;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        Path folder = Files.createTempDirectory("start");
        new StartBench(Path.of(arguments[0]).toAbsolutePath(), folder, Integer.parseInt(arguments[1]), out).measure();
    }

    private void measure() throws IOException, InterruptedException {
        Path cache = folder.resolve("runtime.aot");
        long began = System.nanoTime();
        java("-XX:AOTCacheOutput=" + cache, "-cp", JAR, "io.agentctl.runtime.AotTraining")
                .inheritIO()
                .start()
                .waitFor();
        out.printf("training: %.1f s, %d MiB%n", (System.nanoTime() - began) / 1e9, Files.size(cache) >> 20);
        BenchPolicies.write(folder.resolve("policies"));
        measure("files", cache, "policies: {files: [" + folder.resolve("policies") + "]}");
        try (Sandbox sandbox = Sandbox.start(World.defaultWorld(1));
                DynamoDbClient client = DynamoDbClient.builder()
                        .endpointOverride(sandbox.endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .httpClientBuilder(ApacheHttpClient.builder())
                        .build()) {
            new PolicyTable(client, "agent-runtime-governance-policies").create();
            measure("table", cache, "aws: {region: eu-central-1, endpoint: \"" + sandbox.endpoint() + "\"}");
        }
    }

    private void measure(String name, Path cache, String source) throws IOException, InterruptedException {
        Path configuration = Files.writeString(
                folder.resolve(name + ".yaml"), "server: {port: " + PORT + ", notice: 0ms}\n" + source + "\n");
        for (String option : List.of("-XX:AOTMode=off", "-XX:AOTCache=" + cache)) {
            double[] millis = new double[times];
            double[] cpu = new double[times];
            for (int time = 0; time < times; time++) {
                Start start = start(option, configuration);
                millis[time] = start.millis();
                cpu[time] = start.cpuMillis();
            }
            Arrays.sort(millis);
            Arrays.sort(cpu);
            out.printf(
                    "%s, %s: least %.0f ms, median %.0f ms, worst %.0f ms of %d; CPU: median %.0f ms%n",
                    name,
                    option.endsWith("off") ? "no cache" : "cache",
                    millis[0],
                    millis[times / 2],
                    millis[times - 1],
                    times,
                    cpu[times / 2]);
        }
    }

    private Start start(String option, Path configuration) throws IOException, InterruptedException {
        ProcessBuilder builder = java(option, "-jar", JAR, "--config", configuration.toString());
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        long began = System.nanoTime();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("runtime.log").toFile())
                .start();
        while (!isReady()) {
            Thread.sleep(10);
        }
        double millis = (System.nanoTime() - began) / 1e6;
        double cpuMillis =
                process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        process.destroy();
        process.waitFor();
        return new Start(millis, cpuMillis);
    }

    private static boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + PORT + "/health/ready")
                    .toURL()
                    .openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@agentctl-runtime-service.options"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(target.toFile());
    }
}
