package io.agentctl.control.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.windows.calendar.WindowCalendar.Transition;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows against Python, which looks at every minute with clocks of its own. */
class WindowOracleIT {

    private static final int FEW = 3;
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "America/New_York",
            "Africa/Casablanca",
            "Asia/Kolkata",
            "America/St_Johns",
            "Pacific/Apia");

    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final int SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Random random = new Random(20_260_302);

    @Test
    void noMinuteDiffersInFiveMonths() throws Exception {
        compare(
                ZONES.subList(0, FEW),
                30,
                Instant.parse("2011-09-25T00:00:00Z"),
                Instant.parse("2012-03-01T00:00:00Z"),
                Duration.ofDays(65));
    }

    @Test
    @Tag("extended")
    void noMinuteDiffersInTenYears() throws Exception {
        compare(
                ZONES,
                240,
                Instant.parse("2010-01-01T00:00:00Z"),
                Instant.parse("2020-01-01T00:00:00Z"),
                Duration.ofDays(800));
    }

    private void compare(List<String> zones, int count, Instant from, Instant to, Duration lead) throws Exception {
        assumeThat(pythonKnowsZones()).as("python3 with zoneinfo is there").isTrue();
        ObjectNode asked = JSON.createObjectNode()
                .put("from", from.getEpochSecond() / SECONDS)
                .put("to", to.getEpochSecond() / SECONDS)
                .put("lead", lead.toMinutes());
        boolean asleep = random.nextBoolean();
        List<String> holidays = holidays(from, to);
        holidays.forEach(asked.put("holidaysAreAsleep", asleep).putArray("holidays")::add);
        StringBuilder file = new StringBuilder("apiVersion: agentctl/v1\nkind: Windows\nholidays: {are: "
                + (asleep ? "asleep" : "awake") + ", dates: " + holidays + "}\nwindows:\n");
        for (int i = 0; i < count; i++) {
            file.append(window(
                    "w" + i,
                    zones.get(i % zones.size()),
                    asked.withArray("windows").addObject()));
        }
        WindowFile windows = WindowFileReader.read(Path.of("windows.yaml"), file.toString());
        JsonNode oracle = ask(asked);
        for (Window window : windows.windows()) {
            assertThat(text(window.calendar().transitions(from, to)))
                    .as("%s: %s", window.name(), window.calendar().schedule())
                    .isEqualTo(text(oracle.get(window.name())));
        }
    }

    /** Some days, and those on which midnight is odd somewhere. */
    private List<String> holidays(Instant from, Instant to) {
        TreeSet<String> days = new TreeSet<>(List.of(
                "2010-11-06", "2010-11-07", "2011-10-16", "2011-12-30", "2011-12-31", "2012-02-25", "2012-02-26"));
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
        long length = Duration.between(from, to).toDays();
        for (int i = 0; i < length / 50; i++) {
            days.add(first.plusDays(random.nextLong(length)).toString());
        }
        return List.copyOf(days);
    }

    /** A window for the file, and for the oracle. */
    private String window(String name, String zone, ObjectNode asked) {
        asked.put("name", name).put("zone", zone);
        String head = "  - {name: " + name + ", timeZone: " + zone + ", services: [" + name + "], ";
        if (random.nextInt(3) == 0) {
            String sleep = cron();
            String wake = cron();
            asked.put("sleep", sleep).put("wake", wake);
            return head + "sleep: \"" + sleep + "\", wake: \"" + wake + "\"}\n";
        }
        int from = random.nextInt(4) == 0 ? random.nextInt(4 * 60) : random.nextInt(24 * 60);
        int to = random.nextInt(4) == 0 ? random.nextInt(4 * 60) : random.nextInt(24 * 60);
        boolean overnight = to <= from;
        String first = DAYS.get(random.nextInt(DAYS.size()));
        String last = DAYS.get(random.nextInt(DAYS.size()));
        String days = first.equals(last) ? first : first + "-" + last;
        asked.put("from", time(from)).put("to", time(to)).put("overnight", overnight);
        asked.putArray("days").add(days);
        return head + "days: [" + days + "], from: \"" + time(from) + "\", to: \"" + time(to) + "\", overnight: "
                + overnight + "}\n";
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private String cron() {
        String minute =
                random.nextInt(5) == 0 ? "*/" + (10 + random.nextInt(20)) : Integer.toString(random.nextInt(60));
        String hour = random.nextInt(5) == 0 ? "1-3" : Integer.toString(random.nextInt(random.nextBoolean() ? 4 : 24));
        return switch (random.nextInt(5)) {
            case 0 -> minute + " " + hour + " * * *";
            case 1 -> minute + " " + hour + " * * MON-FRI";
            case 2 -> minute + " " + hour + " " + (1 + random.nextInt(28)) + " * " + DAYS.get(random.nextInt(7));
            case 3 -> minute + " " + hour + " * * " + random.nextInt(7) + "," + random.nextInt(7);
            default -> minute + " " + hour + " " + (1 + random.nextInt(28)) + " * *";
        };
    }

    private static List<String> text(List<Transition> transitions) {
        return transitions.stream()
                .map(transition -> transition.at() + " " + transition.asleep())
                .toList();
    }

    private static List<String> text(JsonNode changes) {
        List<String> texts = new ArrayList<>();
        changes.forEach(change -> texts.add(Instant.ofEpochSecond(change.get(0).asLong() * SECONDS) + " "
                + (change.get(1).asInt() == 1)));
        return texts;
    }

    private boolean pythonKnowsZones() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import zoneinfo; zoneinfo.ZoneInfo('Europe/Berlin')")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("python.txt").toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException ignored) {
            return false;
        }
    }

    private JsonNode ask(ObjectNode asked) throws Exception {
        Path script = folder.resolve("window_oracle.py");
        Files.write(script, getClass().getResourceAsStream("window_oracle.py").readAllBytes());
        Process python = new ProcessBuilder("python3", script.toString())
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(folder.resolve("answer.json").toFile())
                .start();
        try (OutputStream in = python.getOutputStream()) {
            in.write(asked.toString().getBytes(StandardCharsets.UTF_8));
        }
        int exit = python.waitFor();
        assertThat(exit).as(() -> read("errors.txt")).isZero();
        return JSON.readTree(read("answer.json"));
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
