package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.rightsizing.SizeTrial;
import io.agentctl.control.rightsizing.Sizing;
import io.agentctl.control.rightsizing.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be moved at the left, and at the right what follows from it. */
final class KnobsPage {

    private static final int LEFT = 30;

    private KnobsPage() {}

    /** Six lines. */
    static List<StyledLine> lines(Optional<Knob> knob, Choice choice, SizeTrial trial, int columns, Look look) {
        Tried tried = trial.of(choice.size(trial), choice.tasks(trial));
        List<StyledLine> figures = figures(choice, trial, tried, look);
        List<StyledLine> lines = new ArrayList<>();
        for (Knob one : Knob.values()) {
            boolean turned = knob.filter(one::equals).isPresent();
            StyledLine label = StyledLine.of(
                            turned ? Tone.ACCENT : Tone.FAINT,
                            String.format(Locale.ROOT, "%s%-10s", turned ? " > " : "   ", one.label()))
                    .plus(
                            turned ? Tone.ACCENT : Tone.PLAIN,
                            turned ? "< " + value(one, choice, trial) + " >" : value(one, choice, trial));
            lines.add(label.exactly(LEFT, look.theme())
                    .plus(figures.get(lines.size()))
                    .atMost(columns, look.theme()));
        }
        lines.add(StyledLine.of(Tone.FAINT, "   " + trial.advice().pattern().words())
                .atMost(columns, look.theme()));
        return lines;
    }

    private static String value(Knob knob, Choice choice, SizeTrial trial) {
        return switch (knob) {
            case CPU -> choice.size(trial).cpuUnits() / 1024.0 + " vCPU";
            case MEMORY -> choice.size(trial).memoryMib() + " MiB";
            case TASKS -> trial.countIsFree() ? Integer.toString(choice.tasks(trial)) : "by scaling";
            case RISK -> choice.appetite().name().toLowerCase(Locale.ROOT);
            case LOOK_BACK -> choice.lookBack().toString();
        };
    }

    private static List<StyledLine> figures(Choice choice, SizeTrial trial, Tried tried, Look look) {
        Sizing now = trial.advice().current();
        String change = PlanPage.signed(tried.sizing().monthlyCost().minus(now.monthlyCost()));
        return List.of(
                StyledLine.of(Tone.STRONG, tried.sizing().toString())
                        .plus(Tone.FAINT, choice.byHand() ? "  chosen by hand" : "  as advised"),
                StyledLine.of(now.monthlyCost() + " " + look.theme().arrow() + " "
                                + tried.sizing().monthlyCost() + " a month, ")
                        .plus(Tone.STRONG, change),
                StyledLine.of("risk ")
                        .plus(tone(tried.risk()), tried.risk().name().toLowerCase(Locale.ROOT)),
                StyledLine.of(Tone.PLAIN, tried.minutesOverBudget() + " minutes a month over budget, ")
                        .plus(
                                tried.minutesThrottled() > 0 ? Tone.BAD : Tone.PLAIN,
                                tried.minutesThrottled() + " throttled"),
                StyledLine.of("peaks: CPU ")
                        .plus(full(tried.cpuPeak()), percent(tried.cpuPeak()))
                        .plus(", memory ")
                        .plus(full(tried.memoryPeak()), percent(tried.memoryPeak())));
    }

    private static Tone tone(Risk risk) {
        return switch (risk) {
            case LOW -> Tone.GOOD;
            case MEDIUM -> Tone.WARNING;
            case HIGH -> Tone.BAD;
        };
    }

    private static Tone full(double percent) {
        return percent >= 100 ? Tone.BAD : Tone.PLAIN;
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "?" : Math.round(value) + "%";
    }
}
