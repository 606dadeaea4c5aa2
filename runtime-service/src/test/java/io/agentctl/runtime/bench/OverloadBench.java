package io.agentctl.runtime.bench;

import com.sun.net.httpserver.HttpServer;
import io.agentctl.runtime.bench.LoadGenerator.Sent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A runtime in front of a back end that answers after 50 ms, with 16 places: it carries 320 dispatches a second. It
 * gets half of that, ten times of it, and nine tenths. It has one core; this program should have another. Arguments:
 * seconds of overload, the file of the JVM's options.
 */
public final class OverloadBench {

    private static final int DELAY_MILLIS = 50;
    private static final int PLACES = 16;
    private static final int CARRIES = PLACES * 1000 / DELAY_MILLIS;
    private static final int PORT = 18_184;
    private static final int CONNECTIONS = 400;

    private OverloadBench() {}

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("overload");
        HttpServer backend = slowBackend();
        Process runtime = start(folder, backend.getAddress().getPort(), arguments[1]);
        try {
            LoadGenerator load = new LoadGenerator(PORT, CONNECTIONS);
            load.run(CARRIES / 2, Duration.ofSeconds(20));
            describe("half of what it carries", load.run(CARRIES / 2, Duration.ofSeconds(15)), out);
            int seconds = Integer.parseInt(arguments[0]);
            describe("ten times what it carries", load.run(10 * CARRIES, Duration.ofSeconds(seconds)), out);
            List<Sent> after = load.run(CARRIES * 9 / 10, Duration.ofSeconds(15));
            describe("nine tenths of it, at once", after, out);
            out.println("answered 99 % of what came from second " + recovered(after) + " on");
            Files.readAllLines(Path.of("/proc/" + runtime.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .forEach(out::println);
        } finally {
            runtime.destroy();
            runtime.waitFor();
            backend.stop(0);
        }
    }

    private static void describe(String name, List<Sent> answers, PrintStream out) {
        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Sent::status, TreeMap::new, Collectors.counting()));
        long silent = answers.stream()
                .filter(one -> one.status() == 503 && !one.retryAfter())
                .count();
        out.printf(
                "%s: statuses %s, 503 without Retry-After %d; answered: median %.1f ms, p99 %.1f ms; "
                        + "refused: p99 %.1f ms; sent late: p99 %.1f ms%n",
                name,
                statuses,
                silent,
                percentile(answers, 200, 50),
                percentile(answers, 200, 99),
                percentile(answers, 503, 99),
                percentile(answers.stream().mapToDouble(Sent::lateMillis), 99));
    }

    private static int recovered(List<Sent> answers) {
        return IntStream.range(0, 15)
                .filter(from -> IntStream.range(from, 15).allMatch(second -> isFull(answers, second)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isFull(List<Sent> answers, int second) {
        List<Sent> those =
                answers.stream().filter(one -> one.second() == second).toList();
        return those.stream().filter(one -> one.status() == 200).count() >= 0.99 * those.size();
    }

    private static double percentile(List<Sent> answers, int status, int percent) {
        return percentile(answers.stream().filter(one -> one.status() == status).mapToDouble(Sent::millis), percent);
    }

    private static double percentile(DoubleStream values, int percent) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1L) * percent / 100)];
    }

    private static Process start(Path folder, int backend, String options) throws IOException, InterruptedException {
        BenchPolicies.write(folder.resolve("policies"));
        Path configuration = Files.writeString(
                folder.resolve("runtime.yaml"),
                """
                environment: production
                server: {port: %d, notice: 0ms}
                limits: {concurrency: %d, queue: 8}
                policies: {files: ["%s"]}
                backends: {slow: {target: "http://127.0.0.1:%d/", bulkhead: %d, slowCall: 5s}}
                connections: {idlePerHost: 100}
                routes: {"*": slow}
                """
                        .formatted(PORT, PLACES, folder.resolve("policies"), backend, PLACES));
        Process runtime = new ProcessBuilder(
                        "taskset",
                        "-c",
                        "0",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + options,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.agentctl.runtime.Main",
                        "--config",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("runtime.log").toFile())
                .start();
        while (!listens()) {
            Thread.sleep(50);
        }
        return runtime;
    }

    private static boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static HttpServer slowBackend() throws IOException {
        HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        backend.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        byte[] body = "{\"slow\":true}".getBytes(StandardCharsets.UTF_8);
        backend.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            try {
                Thread.sleep(DELAY_MILLIS);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        backend.start();
        return backend;
    }
}
