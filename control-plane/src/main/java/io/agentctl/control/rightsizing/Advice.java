package io.agentctl.control.rightsizing;

import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import java.util.List;

/**
 * What a service's size should be and why.
 *
 * @param finding whether it is too large, too small, right or cannot be told
 * @param reasons most important first, at least one
 * @param risk how much can go wrong if the advice is taken
 * @param current what runs and what it costs
 * @param advised what should run; the same as {@code current} if nothing should change
 * @param stranded what is paid for and unused now
 * @param alternatives other choices, cheapest first; empty if nothing is known
 * @param pattern rhythm and growth
 * @param walkForward how the method did on this very history
 * @param data how much the advice rests on
 * @param confidence how far that carries
 * @param prices one line: which price table
 */
public record Advice(
        Finding finding,
        List<Reason> reasons,
        Risk risk,
        Sizing current,
        Sizing advised,
        Stranded stranded,
        List<Alternative> alternatives,
        DemandPattern pattern,
        WalkForward walkForward,
        DataUsed data,
        Confidence confidence,
        String prices) {

    public Advice {
        reasons = List.copyOf(reasons);
        alternatives = List.copyOf(alternatives);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("an advice says why");
        }
    }

    /** True if the advice is to change something. */
    public boolean changes() {
        return !current.size().equals(advised.size()) || current.tasks() != advised.tasks();
    }

    /** What taking the advice changes in money a month; negative saves. */
    public Money monthly() {
        return advised.monthlyCost().minus(current.monthlyCost());
    }
}
