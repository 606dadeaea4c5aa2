package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.TableText;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.rightsizing.Finding;
import io.agentctl.control.rightsizing.ServiceAdvice;
import io.agentctl.control.rightsizing.SizeTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The list of services, and below it the one that is selected: its charts, what is tried on it, alternatives. */
final class BenchPage {

    private static final int HEADER = 1;
    private static final int LEAST_LISTED = 4;
    private static final int TITLE = 1;
    private static final int KNOBS = 6;
    private static final int LEAST_ALTERNATIVES = 3;
    private static final int TALLEST_CHART = 16;
    private static final int LEAST_CHART = 5;

    private BenchPage() {}

    static List<StyledLine> lines(State state, int columns, int rows, Look look) {
        int fixed = HEADER + TITLE + KNOBS;
        int free = rows - fixed;
        int listed = Math.clamp(state.rows().size(), 1, Math.max(LEAST_LISTED, free / 4));
        int chart = Math.clamp((free - listed) * 2 / 3, LEAST_CHART, TALLEST_CHART);
        List<StyledLine> lines = new ArrayList<>(list(state, columns, listed, look));
        Optional<Row> row = state.row();
        if (row.isEmpty()) {
            lines.add(StyledLine.of(Tone.FAINT, " reading services …"));
            return lines;
        }
        Optional<SizeTrial> trial = Keyboard.trial(state);
        if (trial.isEmpty()) {
            String why = Keyboard.untried(state);
            lines.add(StyledLine.of(Tone.STRONG, " " + row.get().service()));
            lines.add(StyledLine.of(Tone.FAINT, " " + why));
            return lines;
        }
        lines.add(title(row.get(), trial.get()));
        lines.addAll(UsageCharts.lines(trial.get(), row.get().choice(), columns, chart, look));
        lines.addAll(KnobsPage.lines(state.knob(), row.get().choice(), trial.get(), columns, look));
        int left = Math.max(LEAST_ALTERNATIVES, rows - lines.size());
        lines.addAll(AlternativesPage.lines(trial.get(), row.get().choice(), columns, left, look));
        return lines;
    }

    private static StyledLine title(Row row, SizeTrial trial) {
        ServiceAdvice advice = trial.advice();
        return StyledLine.of(Tone.STRONG, " " + row.service() + ": ")
                .plus(finding(advice.finding()), advice.finding().name().toLowerCase(Locale.ROOT))
                .plus(Tone.FAINT, ", " + advice.reasons().getFirst().sentence());
    }

    /** The list, scrolled so that what is selected is on it. */
    private static List<StyledLine> list(State state, int columns, int listed, Look look) {
        int from = Math.clamp(
                state.selected() - listed / 2, 0, Math.max(0, state.rows().size() - listed));
        List<Row> shown = state.rows().subList(from, Math.min(state.rows().size(), from + listed));
        boolean focused = state.knob().isEmpty();
        String selected = state.row().map(Row::service).orElse("");
        return TableText.lines(
                shown,
                List.of(
                        Column.toned(
                                "  SERVICE",
                                row -> row.service().equals(selected)
                                        ? new Cell("> " + row.service(), focused ? Tone.ACCENT : Tone.STRONG)
                                        : Cell.of("  " + row.service())),
                        Column.toned("FINDING", BenchPage::finding),
                        Column.number(
                                "NOW",
                                row -> figure(row, advice -> advice.current().toString())),
                        Column.number("ADVISED", BenchPage::advised),
                        Column.number(
                                "USD/MONTH",
                                row -> figure(
                                        row,
                                        advice -> advice.current().monthlyCost().toString())),
                        Column.number("CHANGE", row -> figure(row, advice -> PlanPage.signed(advice.monthly())))),
                look.theme(),
                false,
                OptionalInt.of(columns));
    }

    private static Cell finding(Row row) {
        if (!row.problem().isEmpty()) {
            return new Cell("not read", Tone.WARNING);
        }
        return advice(row)
                .map(advice -> new Cell(advice.finding().name().toLowerCase(Locale.ROOT), finding(advice.finding())))
                .orElseGet(() -> new Cell("…", Tone.FAINT));
    }

    private static Tone finding(Finding finding) {
        return switch (finding) {
            case OVER -> Tone.WARNING;
            case UNDER -> Tone.BAD;
            case RIGHT -> Tone.GOOD;
            case UNKNOWN -> Tone.FAINT;
        };
    }

    private static String advised(Row row) {
        return figure(
                row,
                advice -> advice.finding() == Finding.UNKNOWN
                        ? "?"
                        : advice.current().equals(advice.advised())
                                ? "as it is"
                                : advice.advised().toString());
    }

    /** What is advised on the terms that are chosen. */
    private static Optional<ServiceAdvice> advice(Row row) {
        return row.bench().flatMap(row.choice()::trial).map(SizeTrial::advice);
    }

    private static String figure(Row row, java.util.function.Function<ServiceAdvice, String> figure) {
        return advice(row).map(figure).orElse("");
    }
}
