package io.agentctl.cli.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that units, cron lines and schedules of {@code dist/} run is one, with the options that it has there.
 */
class ScheduledCommandsTest {

    private static final int USAGE = 64;
    private static final int NO_REGION = 78;

    private static final Path DIST = Path.of("../dist");
    private static final Pattern IN_A_UNIT = Pattern.compile("(?m)^ExecStart=/usr/bin/agentctl (.*)$");
    private static final Pattern IN_CRON = Pattern.compile("flock -n \\S+ agentctl (.*?) (?:>/dev/null|2>&1)");
    private static final Pattern IN_A_SCHEDULE = Pattern.compile("\\{\"containerOverrides\": .*?}]}", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+}|\\$AGENTCTL_PROJECT");

    private static final String WINDOWS =
            """
            apiVersion: agentctl/v1
            kind: Windows
            windows:
              - {name: nights, services: [worker], from: "01:00", to: "06:00", days: [mon-fri]}
            """;

    @TempDir
    private Path folder;

    static List<List<String>> commands() throws IOException {
        return Stream.of(ofUnits(), ofCron(), ofSchedules())
                .flatMap(List::stream)
                .toList();
    }

    /** Without a region, commands that were understood stop before they ask anything. */
    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(List<String> words) throws IOException {
        Outcome outcome = run(words);

        assertThat(outcome.code()).as(words + ": " + outcome.talk()).isEqualTo(NO_REGION);
    }

    @Test
    void whatIsNotUnderstoodWouldBeSeen() throws IOException {
        assertThat(run(List.of("windows", "apply", "--yess")).code()).isEqualTo(USAGE);
        assertThat(run(List.of("perf", "regres")).code()).isEqualTo(USAGE);
    }

    @Test
    void thereIsTheSameToDoInAllThree() throws IOException {
        List<String> verbs = List.of("windows apply", "perf regress", "alarms diff");

        assertThat(verbs(ofUnits())).containsExactlyInAnyOrderElementsOf(verbs);
        assertThat(verbs(ofCron())).containsExactlyInAnyOrderElementsOf(verbs);
        assertThat(verbs(ofSchedules())).containsExactlyInAnyOrderElementsOf(verbs);
    }

    @Test
    void everyJobHasItsTimerAndTellsOfFailures() throws IOException {
        try (Stream<Path> units = Files.list(DIST.resolve("systemd"))) {
            assertThat(units.filter(unit -> unit.toString().endsWith(".service"))
                            .filter(unit -> !unit.toString().contains("@")))
                    .hasSize(3)
                    .allSatisfy(unit -> {
                        assertThat(unit).content().contains("OnFailure=agentctl-news@%n.service", "DynamicUser=yes");
                        assertThat(Path.of(unit.toString().replace(".service", ".timer")))
                                .content()
                                .contains("Persistent=true", "WantedBy=timers.target");
                    });
        }
    }

    private Outcome run(List<String> words) throws IOException {
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\n");
        Files.writeString(folder.resolve("windows.yaml"), WINDOWS);
        return Commands.in(folder).with("AGENTCTL_CONTEXT", "aws").run(words.toArray(String[]::new));
    }

    private static List<String> verbs(List<List<String>> commands) {
        return commands.stream().map(words -> words.get(0) + " " + words.get(1)).toList();
    }

    private static List<List<String>> ofUnits() throws IOException {
        try (Stream<Path> files = Files.list(DIST.resolve("systemd"))) {
            return files.flatMap(file -> lines(file, IN_A_UNIT))
                    .map(line -> words(line.replace("%%", "%")))
                    .toList();
        }
    }

    private static List<List<String>> ofCron() {
        return lines(DIST.resolve("cron/agentctl"), IN_CRON)
                .map(line -> words(line.replace("\\%", "%").replace("\"", "")))
                .toList();
    }

    private static List<List<String>> ofSchedules() throws IOException {
        String text = Files.readString(DIST.resolve("cloudformation/jobs.yaml"));
        return IN_A_SCHEDULE
                .matcher(text)
                .results()
                .map(schedule -> commandOf(schedule.group()))
                .toList();
    }

    private static List<String> commandOf(String overrides) {
        try {
            Stream<String> words = new ObjectMapper()
                    .readTree(overrides)
                    .at("/containerOverrides/0/command")
                    .valueStream()
                    .map(word -> word.asText());
            return words.map(ScheduledCommandsTest::filled).toList();
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(overrides, malformed);
        }
    }

    private static Stream<String> lines(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(match -> match.group(1));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(" ")).map(ScheduledCommandsTest::filled).toList();
    }

    private static String filled(String word) {
        return VARIABLE.matcher(word).replaceAll(Matcher.quoteReplacement("acme"));
    }
}
