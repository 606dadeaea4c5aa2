package io.agentctl.cli.dash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.cli.ProgramWords;
import io.agentctl.cli.Tmux;
import io.agentctl.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard on a terminal, by real keys. Digits and curves are masked before screens are compared. */
class DashTerminalIT {

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startSandbox() {
        assumeThat(Tmux.isThere()).as("tmux is on the PATH").isTrue();
        sandbox = Sandbox.start(DashWorld.steady());
    }

    @AfterAll
    static void stopSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @BeforeEach
    void inAProject() throws IOException {
        sandbox.faults().clear();
        DashWorld.promise(folder);
        Files.writeString(
                folder.resolve("agentctl.yaml"), "project: acme\njournal: file\n" + DashWorld.SETTINGS + "\n");
    }

    private Tmux start(int columns, int rows, Map<String, String> more, String... options)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(Map.of(
                "HOME", folder.toString(),
                "LC_ALL", "C.UTF-8",
                "TZ", "UTC",
                "AGENTCTL_CONTEXT", "sandbox",
                "AGENTCTL_ENDPOINT_URL", sandbox.endpoint().toString()));
        variables.putAll(more);
        List<String> words = ProgramWords.of(folder, "dash");
        words.addAll(List.of(options));
        return Tmux.start(folder, columns, rows, variables, words);
    }

    private static List<String> masked(List<String> screen) {
        return screen.stream()
                .map(line -> line.replaceAll("[\u2800-\u28ff▁-█]+", "~")
                        .replaceAll("[0-9]+([.][0-9]+)?k?", "#")
                        .replaceAll("#[sm] old", "# old")
                        .replaceAll("(~ *)+", "~ ")
                        // Which rows of a chart a curve crosses may differ by a hair.
                        .replaceAll("[#%]* ?[┤│] ?(~ ?)?", "")
                        .replaceAll(" +", " ")
                        .strip())
                .filter(line -> !line.matches("[~ ]*"))
                .toList();
    }

    /** All that is read has been. */
    private static List<String> complete(Tmux tmux) throws IOException, InterruptedException {
        return tmux.await(
                "complete page",
                screen -> screen.stream().noneMatch(line -> line.contains("reading …") || line.contains("✗ could"))
                        && screen.stream().anyMatch(line -> line.contains("✓ kept")));
    }

    @Test
    void fromTheFirstPageByEveryKeyToTheLast() throws Exception {
        try (Tmux tmux = start(80, 24, Map.of())) {
            assertThat(masked(complete(tmux)))
                    .containsExactly(
                            "acme context sandbox, account #, us-east-# #h #:#:#",
                            "Response times # old Throughput # old Error rate # old",
                            "p# # p# # p# # #/min, at most # #%, at most #%",
                            "#:# #:# #:# #:# #:# #:#",
                            "Services #, all tasks run # old Functions # errors, # throttled # old",
                            "SERVICE TASKS CPU PEAK MEM FUNCTION P# P# MEM",
                            "api #/# #% #% #% governance # ms # ms #M",
                            "worker #/# #% #% #%",
                            "Objectives # of # missed # old Tables nothing throttled # old",
                            "OBJECTIVE STANDING LEFT TABLE UNITS/S OF",
                            "api-latency ✓ kept #% governance-po… reads # # #%",
                            "governance-po… writes # # #%",
                            "Alarms # of # in ALARM # old Windows # old",
                            "no windows",
                            "Policies # old",
                            "nothing in force in production",
                            "Operations # old",
                            "none",
                            "# #h # #h # #h # #d r refresh p pause / filter : jump ? help q quit");

            tmux.press("3");
            tmux.await(" 24h  ");
            tmux.await("curves of a day", screen -> !screen.get(1).contains(" of 1h"));
            tmux.type("/work");
            tmux.await("worker alone", screen -> screen.stream().noneMatch(line -> line.startsWith("api ")));
            tmux.press("Escape");
            tmux.await("api", screen -> screen.stream().anyMatch(line -> line.startsWith("api ")));
            tmux.type(":tables");
            tmux.press("Enter");
            tmux.await("the pane of tables", screen -> screen.get(1).startsWith("Tables "));
            tmux.press("Tab");
            tmux.await("the pane of alarms", screen -> screen.get(1).startsWith("Alarms "));
            tmux.press("Escape");
            tmux.press("?");
            tmux.await("1 2 3 4");
            tmux.press("q");
            tmux.await("Response times");
            tmux.press("p");
            tmux.await("PAUSED");
            tmux.press("p");

            tmux.resize(60, 12);
            tmux.await("needs 80 columns and 24 lines, has 60 and 12");
            tmux.resize(200, 50);
            tmux.press("1");
            tmux.await(
                    "large page",
                    screen -> screen.getFirst().contains(" 1h ")
                            && screen.getFirst().length() == 199);
            assertThat(masked(complete(tmux)))
                    .containsExactly(
                            "acme context sandbox, account #, us-east-# #h #:#:#",
                            "Response times # old Throughput # old Error rate # old",
                            "p# # p# # p# # ms, promised p# < #, governance ? # a minute, at most # #% of answers, at most #%",
                            "#:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:#",
                            "Services # old Functions # old Tables # old",
                            "#, all tasks run # errors, # throttled nothing throttled",
                            "SERVICE TASKS CPU PEAK MEM SIZE FUNCTION P# P# MEM A MIN ERR THR TABLE UNITS/S OF THROTTLED",
                            "api #/# #% #% #% ~ #/# governance # ms # ms #M # # # ~ governance-pol… reads # # #% # ~",
                            "worker #/# #% #% #% ~ #/# acme-governance p# p# in ms governance-pol… writes # # #% # ~",
                            "api CPU busiest task memory acme-governance-policies reads units a second provisioned",
                            "#:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:# #:#",
                            "Objectives # old Alarms # old Windows no windows # old",
                            "# of # missed # of # in ALARM",
                            "OBJECTIVE STANDING LEFT BURN #H PROMISE",
                            "api-latency ✓ kept #% # # % of #m slices with Res…",
                            "Policies nothing in force in production # old",
                            "Operations none # old",
                            "# #h # #h # #h # #d r refresh p pause / filter : jump ? help q quit");

            tmux.press("q");
            assertThat(tmux.await("ended with 0")).noneMatch(line -> line.contains("Response times"));
        }
    }

    @Test
    void expiredCredentialsLeaveThePageAndItComesBackByItself() throws Exception {
        try (Tmux tmux = start(80, 24, Map.of())) {
            complete(tmux);

            sandbox.faults().expireCredentials();
            tmux.press("r");
            assertThat(tmux.await("✗ could not")).anyMatch(line -> line.contains("api ") && line.contains("2/2"));

            sandbox.faults().clear();
            complete(tmux);
            tmux.press("C-c");
            tmux.await("ended with 0");
        }
    }

    @Test
    void aDumbTerminalGetsThePageInPlainLinesAgainAndAgain() throws Exception {
        try (Tmux tmux = start(100, 100, Map.of("TERM", "dumb", "COLUMNS", "100"), "--every", "1s")) {
            tmux.await("TERM is dumb");
            List<String> screen = tmux.await("Operations");
            assertThat(tmux.colours()).doesNotContain("\u001b[");
            String first = stamp(screen);
            tmux.await(
                    "another page",
                    later -> !stamp(later).isEmpty() && !stamp(later).equals(first));
            tmux.press("C-c");
            tmux.await("ended with 0");
        }
    }

    private static String stamp(List<String> screen) {
        return screen.stream()
                .filter(line -> line.startsWith("acme in context sandbox"))
                .reduce((one, last) -> last)
                .orElse("");
    }

    @Test
    void aTerminalTooSmallSaysWhatItNeedsAndGetsPlainLines() throws Exception {
        try (Tmux tmux = start(79, 30, Map.of("COLUMNS", "79"))) {
            tmux.await("needs 80 columns and 24 lines, has 79 and 30");
            tmux.await("Operations");
            tmux.press("C-c");
            tmux.await("ended with");
        }
    }
}
