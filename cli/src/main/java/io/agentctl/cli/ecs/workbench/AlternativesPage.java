package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.TableText;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.rightsizing.Alternative;
import io.agentctl.control.rightsizing.SizeTrial;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Other sizes with price and risk. */
final class AlternativesPage {

    private AlternativesPage() {}

    /** A header and as many as fit; nothing if there are none. */
    static List<StyledLine> lines(SizeTrial trial, Choice choice, int columns, int rows, Look look) {
        List<Alternative> shown = trial.advice().alternatives().stream()
                .limit(Math.max(0, rows - 1))
                .toList();
        return TableText.lines(
                shown,
                List.of(
                        Column.toned(
                                "   ALTERNATIVE",
                                one -> new Cell(
                                        "   " + one.sizing(),
                                        choice.is(one.sizing(), trial) ? Tone.ACCENT : Tone.PLAIN)),
                        Column.number(
                                "USD/MONTH", one -> one.sizing().monthlyCost().toString()),
                        Column.number("MINUTES OVER", one -> Long.toString(one.minutesOverBudget())),
                        Column.number("THROTTLED", one -> Long.toString(one.minutesThrottled())),
                        Column.toned("RISK", one -> risk(trial, one))),
                look.theme(),
                false,
                OptionalInt.of(columns));
    }

    private static Cell risk(SizeTrial trial, Alternative one) {
        Risk risk =
                trial.of(one.sizing().size(), Math.max(1, one.sizing().tasks())).risk();
        return new Cell(
                risk.name().toLowerCase(Locale.ROOT) + (one.fits() ? "" : ", not enough"),
                risk == Risk.LOW ? Tone.GOOD : risk == Risk.MEDIUM ? Tone.WARNING : Tone.BAD);
    }
}
