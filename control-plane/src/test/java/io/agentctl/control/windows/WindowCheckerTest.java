package io.agentctl.control.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agentctl.control.windows.WindowFinding.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowCheckerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static List<WindowFinding> check(String lines, String... services) {
        String text = "apiVersion: agentctl/v1\nkind: Windows\ntimeZone: Europe/Berlin\n" + lines;
        return WindowChecker.check(WindowFileReader.read(Path.of("windows.yaml"), text), List.of(services), NOW);
    }

    @Test
    void timesThatDoNotExistOrComeTwiceAreToldWithTheirDays() {
        assertThat(check("windows:\n  - {name: n, services: a, days: [mon-sun], from: \"02:30\", to: \"05:00\"}\n"))
                .extracting(WindowFinding::severity, WindowFinding::message)
                .contains(
                        tuple(
                                Severity.NOTE,
                                "2026-03-29T02:30 in Europe/Berlin does not exist, since clocks go forward: it counts"
                                        + " when they have"),
                        tuple(
                                Severity.NOTE,
                                "2026-10-25T02:30 in Europe/Berlin comes twice, since clocks go back: its first coming"
                                        + " counts"));
    }

    @Test
    void aWindowThatNeverEndsIsAnError() {
        String always = "windows:\n  - {name: n, services: a, sleep: \"0 1 * * *\", wake: \"0 1 1 1 *\","
                + " exceptions: [{from: \"2026-01-01T00:00\", to: \"2036-01-01T00:00\", state: asleep}]}\n";

        assertThat(check(always))
                .extracting(WindowFinding::severity, WindowFinding::message)
                .contains(tuple(
                        Severity.ERROR,
                        "has its services asleep always, or for two years at least: they would never come back"));
    }

    @Test
    void aWindowThatNeverBeginsIsAnError() {
        assertThat(check("windows:\n  - {name: n, services: a, sleep: \"0 4 * * *\", wake: \"0 4 * * *\"}\n"))
                .extracting(WindowFinding::message)
                .containsExactly("has nothing asleep in the next two years");
    }

    @Test
    void aPatternThatNoneOfTheProjectsServicesMatchesIsNoted() {
        assertThat(check(
                        "windows:\n  - {name: n, services: [\"batch-*\", \"api-*\"], days: mon, from: \"12:00\","
                                + " to: \"13:00\"}\n",
                        "api-blue"))
                .extracting(WindowFinding::severity, WindowFinding::message)
                .containsExactly(
                        tuple(Severity.NOTE, "none of the project's services in agentctl.yaml matches batch-*"));
    }

    @Test
    void aServiceUnderTwoWindowsIsAnErrorUnlessTheFileSaysWhichCounts() {
        String two =
                """
                windows:
                  - {name: one, services: a, days: mon, from: "12:00", to: "13:00"}
                  - {name: two, services: ["*"], days: tue, from: "12:00", to: "13:00"}
                """;

        assertThat(check(two))
                .containsExactly(new WindowFinding(
                        Severity.ERROR,
                        "two",
                        6,
                        17,
                        "service a is under 2 windows: one, two; name it in one only, or say which counts (overlap:"
                                + " awake, or asleep)"));
        assertThat(check("overlap: asleep\n" + two))
                .extracting(WindowFinding::severity)
                .containsExactly(Severity.NOTE);
    }

    private static String windows(String one, String two) {
        return """
               windows:
                 - {name: one, services: %s, days: mon, from: "12:00", to: "13:00"}
                 - {name: two, services: %s, days: tue, from: "12:00", to: "13:00"}
               """
                .formatted(one, two);
    }

    @Test
    void patternsOfWhichOneIsWithinTheOtherAreAnError() {
        assertThat(check(windows("[\"batch-*\"]", "[\"*\"]")))
                .extracting(WindowFinding::severity, WindowFinding::line, WindowFinding::message)
                .containsExactly(tuple(
                        Severity.ERROR,
                        6,
                        "batch-* of window one and * of window two: whatever matches batch-* is under both; name it in"
                                + " one only, or say which counts (overlap: awake, or asleep)"));
    }

    @Test
    void patternsThatCanMatchOneNameAreTold() {
        assertThat(check(windows("[\"batch-*\"]", "[\"*-dev\"]")))
                .extracting(WindowFinding::severity, WindowFinding::message)
                .containsExactly(tuple(
                        Severity.NOTE,
                        "batch-* of window one and *-dev of window two can match one name, such as batch-dev; name it"
                                + " in one only, or say which counts (overlap: awake, or asleep)"));
        assertThat(check(windows("[\"batch-*\"]", "[\"api-*\"]"))).isEmpty();
        assertThat(check("overlap: awake\n" + windows("[\"batch-*\"]", "[\"*-dev\"]")))
                .extracting(WindowFinding::message)
                .containsExactly("batch-* of window one and *-dev of window two can match one name, such as batch-dev;"
                        + " where they differ it is awake");
    }

    @Test
    void whereTheProjectNamesItsServicesTheyDecideWhetherPatternsOverlap() {
        assertThat(check(windows("[\"batch-*\"]", "[\"*-dev\"]"), "batch-a", "api-dev"))
                .isEmpty();
        assertThat(check(windows("[\"batch-*\"]", "[\"*-dev\"]"), "batch-dev"))
                .extracting(WindowFinding::message)
                .singleElement()
                .asString()
                .startsWith("service batch-dev is under 2 windows: one, two;");
    }

    @Test
    void aServiceThatIsNotTheProjectsIsAnError() {
        assertThat(check(windows("[api, apii]", "[worker]"), "api", "worker"))
                .containsExactly(new WindowFinding(
                        Severity.ERROR,
                        "one",
                        5,
                        17,
                        "service apii is not among the project's services in agentctl.yaml"));
    }
}
