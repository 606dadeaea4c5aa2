package io.agentctl.control.overview;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How full one thing runs.
 *
 * @param kind what of it
 * @param resource whose
 * @param used the share of what is provided that is in use on average; absent where nobody knows
 * @param budget the share that may be
 * @param verdict how the one compares with the other
 * @param throttled requests that were refused in this time, of tables
 * @param note why it is not known, or what else there is to say
 */
public record BudgetLine(
        Kind kind,
        String resource,
        OptionalDouble used,
        double budget,
        Verdict verdict,
        OptionalLong throttled,
        String note) {

    /** What may run full. */
    public enum Kind {
        CPU,
        MEMORY,
        NETWORK,
        TABLE
    }

    /** Whether a budget is kept. */
    public enum Verdict {
        WITHIN,
        OVER,
        UNKNOWN
    }

    static BudgetLine known(Kind kind, String resource, double used, double budget, String note) {
        return new BudgetLine(
                kind,
                resource,
                OptionalDouble.of(used),
                budget,
                used > budget ? Verdict.OVER : Verdict.WITHIN,
                OptionalLong.empty(),
                note);
    }

    /** The same with how many requests were refused. */
    BudgetLine throttling(double requests) {
        return new BudgetLine(kind, resource, used, budget, verdict, OptionalLong.of(Math.round(requests)), note);
    }

    static BudgetLine unknown(Kind kind, String resource, double budget, String why) {
        return new BudgetLine(
                kind, resource, OptionalDouble.empty(), budget, Verdict.UNKNOWN, OptionalLong.empty(), why);
    }
}
