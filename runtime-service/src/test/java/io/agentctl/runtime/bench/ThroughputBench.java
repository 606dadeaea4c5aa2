package io.agentctl.runtime.bench;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Throughput and latency of governed dispatches beside those of a bare handler: the same flags, turn by turn, with wrk.
 * Arguments: rounds, seconds a round, the file of the JVM's options. Prints a line a run, and medians.
 */
public final class ThroughputBench {

    private static final int CONNECTIONS = 50;
    private static final int WARM_UP_SECONDS = 20;

    /** The load tool would take from the server what it needs itself: each has a core of its own. */
    private static final List<String> SERVER_CORE = List.of("taskset", "-c", "0");

    private static final List<String> LOAD_CORE = List.of("taskset", "-c", "1");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final Path folder;
    private final String options;
    private final PrintStream out;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    private record Run(double rate, double p99Millis, double cpuMicros) {}

    private record Server(String name, int port, Process process) {}

    private ThroughputBench(Path folder, String options, PrintStream out) {
        this.folder = folder;
        this.options = options;
        this.out = out;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        new ThroughputBench(Files.createTempDirectory("bench"), arguments[2], out).measure(rounds, seconds);
    }

    private void measure(int rounds, int seconds) throws IOException, InterruptedException {
        BenchPolicies.write(folder.resolve("policies"));
        Path script = Files.writeString(
                folder.resolve("post.lua"),
                """
                wrk.method = "POST"
                wrk.headers["Content-Type"] = "application/json"
                wrk.body = [==[%s]==]
                """
                        .formatted(BenchPolicies.BODY));
        List<Server> servers = List.of(
                start("bare", 18_181, BareServer.class.getName(), "18181"),
                start("governed", 18_182, "io.agentctl.runtime.Main", "--config", configuration(18_182, 0)),
                start("cached", 18_183, "io.agentctl.runtime.Main", "--config", configuration(18_183, 10_000)));
        try {
            for (Server server : servers) {
                await(server);
                wrk(server, script, WARM_UP_SECONDS);
            }
            for (int round = 0; round < rounds; round++) {
                for (Server server : servers) {
                    Run run = wrk(server, script, seconds);
                    runs.computeIfAbsent(server.name(), ignored -> new ArrayList<>())
                            .add(run);
                    out.println(describe(server.name(), run));
                }
            }
            for (Server server : servers) {
                out.println(server.name() + " RSS MiB: " + residentMebibytes(server));
            }
            summarise();
        } finally {
            servers.forEach(server -> server.process().destroy());
        }
    }

    private void summarise() {
        for (String name : runs.keySet()) {
            out.println(describe(
                            "median " + name,
                            new Run(
                                    median(values(name, Run::rate)),
                                    median(values(name, Run::p99Millis)),
                                    median(values(name, Run::cpuMicros))))
                    + String.format(
                            Locale.ROOT,
                            "  of bare: throughput %.3f, p99 %.2f, CPU %.3f",
                            median(ratios(name, Run::rate)),
                            median(ratios(name, Run::p99Millis)),
                            median(ratios(name, Run::cpuMicros))));
        }
    }

    /** To the bare server's run of the same round: what slows the machine down slows both. */
    private double[] ratios(String name, ToDoubleFunction<Run> of) {
        double[] own = values(name, of);
        double[] bare = values("bare", of);
        return IntStream.range(0, own.length)
                .mapToDouble(round -> own[round] / bare[round])
                .toArray();
    }

    private double[] values(String name, ToDoubleFunction<Run> of) {
        return runs.get(name).stream().mapToDouble(of).toArray();
    }

    private static double median(double... values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String describe(String name, Run run) {
        return String.format(
                Locale.ROOT,
                "%-16s %8.0f requests/s  p99 %7.2f ms  %6.1f us CPU each",
                name,
                run.rate(),
                run.p99Millis(),
                run.cpuMicros());
    }

    private String configuration(int port, int cache) throws IOException {
        return Files.writeString(
                        folder.resolve("runtime-" + port + ".yaml"),
                        """
                environment: production
                server: {port: %d, notice: 0ms}
                policies: {files: [%s], cache: %d}
                """
                                .formatted(port, folder.resolve("policies"), cache))
                .toString();
    }

    private Server start(String name, int port, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(SERVER_CORE);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(Arrays.asList(arguments));
        Path log = folder.resolve(name + ".log");
        return new Server(
                name,
                port,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start());
    }

    private static void await(Server server) throws InterruptedException {
        while (server.process().isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 100);
                return;
            } catch (IOException ignored) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException(server.name() + " did not start");
    }

    private static Run wrk(Server server, Path script, int seconds) throws IOException, InterruptedException {
        double before = cpuSeconds(server);
        List<String> command = new ArrayList<>(LOAD_CORE);
        command.addAll(List.of(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--latency",
                "-s",
                script.toString(),
                "http://127.0.0.1:" + server.port() + "/dispatch"));
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        double used = cpuSeconds(server) - before;
        Matcher bad = BAD.matcher(text);
        if (bad.find()) {
            throw new IllegalStateException(server.name() + " refused " + bad.group(1) + " requests");
        }
        Matcher rate = RATE.matcher(text);
        Matcher p99 = P99.matcher(text);
        if (!rate.find() || !p99.find()) {
            throw new IllegalStateException(text);
        }
        double perSecond = Double.parseDouble(rate.group(1));
        return new Run(perSecond, millis(p99), used * 1e6 / (perSecond * seconds));
    }

    private static double millis(Matcher time) {
        double number = Double.parseDouble(time.group(1));
        return switch (time.group(2)) {
            case "us" -> number / 1000;
            case "ms" -> number;
            default -> number * 1000;
        };
    }

    /** User and system time, which Linux counts in hundredths of a second (proc(5), fields 14 and 15). */
    private static double cpuSeconds(Server server) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + server.process().pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static long residentMebibytes(Server server) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.process().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
