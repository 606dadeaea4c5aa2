package io.agentctl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folder in which the commands of a page are run, one after the other. */
final class Stage {

    /** Done, changes are pending, or the verdict is no: all of these are answers. */
    private static final Set<Integer> ANSWERS = Set.of(0, 2, 3);

    /** What the project file of every page says. */
    private static final String PROJECT =
            """
            project: agent-runtime
            cluster: agent-runtime
            journal: file
            """;

    private static final String HOLIDAYS =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//example//holidays//EN
            BEGIN:VEVENT
            UID:1@example.com
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:20261226
            SUMMARY:Boxing Day
            END:VEVENT
            END:VCALENDAR
            """;

    /** What scripts on pages leave to whoever copies them. */
    private static final Map<String, String> VARIABLES = Map.of(
            "$TARGET", "https://agents.example.com",
            "$TOPIC", "arn:aws:sns:us-east-1:111122223333:agent-runtime-tickets");

    private static final int NO_CONTENT = 204;
    /** So many does a history need before it is judged. */
    private static final int ENOUGH_RUNS = 10;

    private final Path folder;
    private final Commands commands;

    private Stage(Path folder, Commands commands) {
        this.folder = folder;
        this.commands = commands;
    }

    /** A new folder in which there is what the page speaks of. */
    static Stage of(Path page, Path root, Sandbox sandbox) throws IOException {
        Path folder = Files.createDirectories(root.resolve(page.getFileName()));
        Files.writeString(folder.resolve("agentctl.yaml"), PROJECT);
        Files.writeString(folder.resolve("holidays.ics"), HOLIDAYS);
        for (FencedFile file : FencedFile.of(page)) {
            Files.writeString(folder.resolve(file.name()), file.text());
        }
        Stage stage = new Stage(folder, Commands.in(folder).at(sandbox));
        switch (page.getFileName().toString()) {
            case "performance.md" -> stage.measure("soak.json", "baseline.json", "result.json");
            case "runbook.md" -> stage.prepareNight();
            case "cost.md" -> Files.createDirectory(folder.resolve("sweeps"));
            default -> {}
        }
        return stage;
    }

    /** A word with the variables of scripts filled in, and with the files of this folder named whole. */
    private String meant(String word) {
        String text = word;
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            text = text.replace(variable.getKey(), variable.getValue());
        }
        boolean isFile = (text.endsWith(".yaml") || text.endsWith("/")) && Files.exists(folder.resolve(text));
        return isFile ? folder.resolve(text).toString() : text;
    }

    /** A service that sleeps, and a policy that denies what it should not. */
    private void prepareNight() throws IOException {
        Files.writeString(
                folder.resolve("windows.yaml"),
                """
                apiVersion: agentctl/v1
                kind: Windows
                windows:
                  - {name: nights, services: [reasoning], sleep: "0 20 * * *", wake: "0 6 * * *"}
                """);
        for (String line : List.of(
                "policy init token-cap",
                "policy publish " + folder.resolve("policies") + " --reason first --yes",
                "policy activate token-cap --reason first --yes")) {
            Outcome outcome = commands.run(line);
            assertThat(outcome.code()).as(outcome.talk()).isZero();
        }
    }

    /** Makes results of loads, by a short one. */
    private void measure(String... files) throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("short.yaml"),
                """
                name: baseline
                stages:
                  - {name: steady, rate: 50/s, duration: 200ms}
                """);
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", exchange -> {
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        target.start();
        try {
            String url = "http://127.0.0.1:" + target.getAddress().getPort() + "/health";
            for (int run = 0; run < ENOUGH_RUNS; run++) {
                Path saved = folder.resolve(files[run % files.length]);
                Outcome outcome = commands.run("perf load " + url + " --scenario " + scenario
                        + " --allow-target --yes --keep --save " + saved);
                // On a busy machine it may end with a verdict on itself.
                assertThat(saved).as(outcome.talk()).exists();
            }
        } finally {
            target.stop(0);
        }
    }

    /** Nobody stands behind a test for the ten minutes that a page says. */
    private static void hurry(List<String> words) {
        int length = words.indexOf("--watch") + 1;
        if (length > 0 && length < words.size()) {
            words.set(length, "2s");
        }
    }

    /**
     * Runs a command.
     *
     * @return what is wrong with it
     */
    Optional<String> play(FencedCommand command) throws IOException {
        List<String> words =
                new ArrayList<>(command.words().stream().map(this::meant).toList());
        if (Elsewhere.runs(words)) {
            return commands.mistake(words).map(mistake -> command + "\n" + mistake);
        }
        if (!words.contains("--yes")) {
            words.add("--yes");
        }
        hurry(words);
        Outcome outcome = commands.run(words.toArray(String[]::new));
        if (command.output().isPresent()) {
            Files.writeString(folder.resolve(command.output().get()), outcome.out());
        }
        return ANSWERS.contains(outcome.code())
                ? Optional.empty()
                : Optional.of(command + "\nended with " + outcome.code() + "\n" + outcome.talk());
    }
}
