package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.ecs.AdviceExplanation;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.WrappedText;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.settings.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is on the screen: lines made of a state and a size, and of nothing else. */
final class Screen {

    static final int LEAST_COLUMNS = 80;
    static final int LEAST_ROWS = 24;

    /** Header, message and keys. */
    private static final int AROUND = 3;

    private static final int MOST_OF_A_MESSAGE = 4;

    private Screen() {}

    /** Whether a terminal of this size is large enough. */
    static boolean fits(int columns, int rows) {
        return columns >= LEAST_COLUMNS && rows >= LEAST_ROWS;
    }

    /** What a terminal lacks. */
    static String tooSmall(int columns, int rows) {
        return "needs " + LEAST_COLUMNS + " columns and " + LEAST_ROWS + " lines, has " + columns + " and " + rows;
    }

    /** Exactly as many lines as there are rows, none wider than the screen. */
    static List<StyledLine> lines(State state, int columns, int rows, Look look) {
        List<StyledLine> lines = new ArrayList<>();
        if (fits(columns, rows)) {
            lines.add(header(state, columns, look));
            List<StyledLine> message = WrappedText.lines(state.message(), columns - 2).stream()
                    .limit(MOST_OF_A_MESSAGE)
                    .map(line -> StyledLine.of(Tone.WARNING, " " + line))
                    .toList();
            int room = rows - AROUND - message.size() + 1;
            List<StyledLine> body = body(state, columns, room, look);
            lines.addAll(body.subList(0, Math.min(body.size(), room)));
            fill(lines, rows - 1 - message.size());
            lines.addAll(message);
            lines.add(keys(state));
        } else {
            lines.add(StyledLine.of(Tone.WARNING, tooSmall(columns, rows)));
            lines.add(StyledLine.of(Tone.FAINT, "Make the window larger, or press q."));
        }
        fill(lines, rows);
        return lines.subList(0, rows).stream()
                .map(line -> line.atMost(columns, look.theme()))
                .toList();
    }

    private static void fill(List<StyledLine> lines, int rows) {
        while (lines.size() < rows) {
            lines.add(StyledLine.EMPTY);
        }
    }

    private static StyledLine header(State state, int columns, Look look) {
        Tone tone = Context.isProduction(state.context()) ? Tone.ALERT : Tone.STRONG;
        StyledLine words =
                StyledLine.of(tone, " Rightsizing in " + state.where()).atMost(columns, look.theme());
        return words.plus(tone, " ".repeat(columns - words.width()));
    }

    private static List<StyledLine> body(State state, int columns, int rows, Look look) {
        return switch (state.view()) {
            case BENCH -> BenchPage.lines(state, columns, rows, look);
            case EXPLANATION -> scrolled(explanation(state, columns, look), state.scroll(), rows);
            case PLAN -> scrolled(plan(state, columns, look), state.scroll(), rows);
            case CONFIRMATION -> confirmation(state, columns, look);
            case ROLLOUT -> RolloutPage.lines(state, columns, rows, look);
            case HELP -> help();
        };
    }

    private static List<StyledLine> scrolled(List<StyledLine> lines, int by, int rows) {
        int from = Math.clamp(by, 0, Math.max(0, lines.size() - rows));
        return lines.subList(from, lines.size());
    }

    private static List<StyledLine> explanation(State state, int columns, Look look) {
        LinesPage page = LinesPage.of(columns, look.theme());
        Keyboard.trial(state).ifPresent(trial -> AdviceExplanation.write(trial.advice(), page));
        page.line("");
        page.line(Tone.FAINT, "This explains what is advised, on the risk and the look-back that are chosen.");
        return page.lines();
    }

    private static List<StyledLine> plan(State state, int columns, Look look) {
        LinesPage page = LinesPage.of(columns, look.theme());
        Optional<ResourcePlan> changes = Keyboard.plan(state);
        if (changes.isEmpty()) {
            page.line("That is what runs already: there is nothing to change.");
        } else {
            PlanPage.layout(
                    new Plan("ecs rightsize", state.target().orElseThrow(), Instant.EPOCH, List.of(changes.get())),
                    page);
            page.line("");
            page.line(Tone.FAINT, "Observed state: " + changes.get().fingerprint());
        }
        return page.lines();
    }

    private static List<StyledLine> confirmation(State state, int columns, Look look) {
        List<StyledLine> lines = new ArrayList<>(plan(state, columns, look));
        lines.add(StyledLine.EMPTY);
        lines.add(StyledLine.of(
                Context.isProduction(state.context()) ? Tone.ALERT : Tone.STRONG,
                "Apply this? y applies it, any other key does not."));
        return lines;
    }

    private static StyledLine keys(State state) {
        return switch (state.view()) {
            case BENCH ->
                hints(
                        state.knob().isPresent()
                                ? new String[] {"↑↓", "what", "←→", "change", "0", "as advised", "Tab", "list"}
                                : new String[] {"↑↓", "service", "Tab", "change it"},
                        "e",
                        "why",
                        "p",
                        "plan",
                        "a",
                        "apply",
                        "?",
                        "help",
                        "q",
                        "quit");
            case EXPLANATION, PLAN -> hints(new String[] {"↑↓", "scroll", "a", "apply"}, "Esc", "back", "q", "quit");
            case CONFIRMATION -> hints(new String[] {"y", "apply"}, "n", "do not");
            case ROLLOUT -> hints(new String[] {"r", "roll back"}, "Esc", "back to the bench", "q", "quit");
            case HELP -> hints(new String[] {}, "Esc", "back", "q", "quit");
        };
    }

    private static StyledLine hints(String[] first, String... then) {
        StyledLine line = StyledLine.of(" ");
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(List.of(then));
        for (int at = 0; at < words.size(); at += 2) {
            line = line.plus(Tone.ACCENT, words.get(at)).plus(Tone.FAINT, " " + words.get(at + 1) + "  ");
        }
        return line;
    }

    private static List<StyledLine> help() {
        LinesPage page = LinesPage.of(LEAST_COLUMNS, io.agentctl.cli.output.Theme.PLAIN);
        page.line(Tone.STRONG, "Keys");
        for (String line : List.of(
                "up, down     choose a service; once one is being changed: what to change",
                "left, right  change it: CPU, memory, tasks, risk, look-back",
                "Tab, Enter   from the list to the service and back",
                "0            back to what is advised",
                "e            what the advice rests on",
                "p            the exact plan",
                "a            apply it, after a question",
                "o            the change that was made here last",
                "r            roll that back, at any time",
                "q, Ctrl-C    leave",
                "",
                "Every figure is computed here from what was read once: nothing is called by a key.",
                "Dashes in the charts are what runs now (bright) and what is tried (coloured).")) {
            page.line("  " + line);
        }
        return page.lines();
    }
}
