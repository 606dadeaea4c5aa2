package io.agentctl.policies.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Many publish and activate at once: one history comes of it, and nobody's success is lost. */
class ContentionIT {

    private static final String TABLE = "contended-governance-policies";
    private static final int CONTENDERS = 32;

    private Sandbox sandbox;
    private DynamoDbClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(World.defaultWorld(1));
        client = StoreClients.at(sandbox.endpoint());
        new PolicyTable(client, TABLE).create();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void threadsMakeOneHistory() throws Exception {
        List<Callable<Contender.Round>> round = new ArrayList<>();
        List<Contender.Round> rounds = new ArrayList<>();
        try (LinearHistory history = history();
                ExecutorService threads = Executors.newFixedThreadPool(CONTENDERS)) {
            for (int number = 1; number <= 3; number++) {
                int current = number;
                round.clear();
                for (int contender = 0; contender < CONTENDERS; contender++) {
                    Contender one = new Contender(client, TABLE, "c" + contender);
                    round.add(() -> one.play(current));
                }
                for (Future<Contender.Round> played : threads.invokeAll(round)) {
                    rounds.add(played.get());
                }
            }
            history.requireAgreement(rounds);
        }
        assertThat(rounds).hasSize(3 * CONTENDERS);
        assertThat(rounds).anyMatch(played -> played.generation() > 0);
    }

    @Test
    @Tag("extended")
    void processesMakeOneHistory() throws Exception {
        int count = Integer.getInteger("agentctl.test.rounds", 100);
        List<Process> processes = new ArrayList<>();
        List<Contender.Round> rounds = new ArrayList<>();
        long began = System.nanoTime();
        try (LinearHistory history = history()) {
            for (int contender = 0; contender < CONTENDERS; contender++) {
                processes.add(start("p" + contender));
            }
            List<BufferedReader> outputs =
                    processes.stream().map(Process::inputReader).toList();
            for (BufferedReader output : outputs) {
                assertThat(output.readLine()).isEqualTo("ready");
            }
            for (int number = 1; number <= count; number++) {
                for (Process process : processes) {
                    say(process, number);
                }
                for (BufferedReader output : outputs) {
                    rounds.add(Contender.Round.parse(output.readLine()));
                }
            }
            history.requireAgreement(rounds);
            report(rounds, history, Duration.ofNanos(System.nanoTime() - began));
        } finally {
            processes.forEach(Process::destroy);
            for (Process process : processes) {
                process.waitFor();
            }
        }
    }

    private static void say(Process process, int round) throws IOException {
        Writer input = process.outputWriter();
        input.write(round + "\n");
        input.flush();
    }

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ContenderProgram.class.getName(),
                        sandbox.endpoint().toString(),
                        TABLE,
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The figures are for docs/measurements.md. */
    private static void report(List<Contender.Round> rounds, LinearHistory history, Duration took) throws IOException {
        long generations =
                rounds.stream().filter(round -> round.generation() > 0).count();
        long versions = rounds.stream().filter(round -> round.version() > 0).count();
        Files.writeString(
                Path.of("target", "contention.txt"),
                rounds.size() + " turns of " + CONTENDERS + " processes in " + took.toSeconds() + " s: " + versions
                        + " versions and " + generations + " generations; " + history.reads() + " reads\n");
    }

    private LinearHistory history() {
        return new LinearHistory(new PolicyStore(client, TABLE, InstantSource.system()));
    }
}
