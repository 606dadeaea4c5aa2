package io.agentctl.control.rightsizing;

import io.agentctl.control.plan.Risk;
import java.util.List;

/** How far the data carries an advice, and what can go wrong if it is taken. */
final class Assessment {

    private static final int WEEK = 7;
    private static final int TWO_WEEKS = 14;
    private static final double MANY_GAPS = 0.2;
    private static final double SOME_GAPS = 0.05;

    /** Peaks that fill a task beyond this leave little for what was not seen. */
    private static final double FULL = 0.85;

    private Assessment() {}

    static Confidence confidence(Demand demand, WalkForward walk) {
        int perDay = demand.samplesIn(Days.DAY);
        double gaps = 1 - (double) demand.present() / demand.span();
        if (demand.span() < WEEK * perDay || gaps > MANY_GAPS) {
            return Confidence.LOW;
        }
        // A fortnight that starts or ends within a period is a fortnight.
        boolean fortnight = demand.span() >= TWO_WEEKS * perDay - 1;
        return fortnight && gaps <= SOME_GAPS && walk.folds() > 0 && walk.minutesThrottled() == 0
                ? Confidence.HIGH
                : Confidence.MEDIUM;
    }

    /** One point for each thing that can go wrong when capacity is taken away: none is low, two are high. */
    static Risk risk(Choice choice, List<Reason> reasons, Confidence confidence, WalkForward walk) {
        if (choice.finding() != Finding.OVER) {
            return choice.somethingFits() ? Risk.LOW : Risk.HIGH;
        }
        int points = confidence == Confidence.LOW ? 1 : 0;
        points += walk.minutesThrottled() > 0 ? 1 : 0;
        points += reasons.stream().anyMatch(reason -> reason.code() == ReasonCode.BURST_LEFT_OUT) ? 1 : 0;
        CpuNeed cpu = choice.need().cpu();
        points += cpu.burst().limit() > FULL * choice.best().fleet().capacity(0) ? 1 : 0;
        return switch (points) {
            case 0 -> Risk.LOW;
            case 1 -> Risk.MEDIUM;
            default -> Risk.HIGH;
        };
    }
}
