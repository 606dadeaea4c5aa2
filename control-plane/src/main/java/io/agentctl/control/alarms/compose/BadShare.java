package io.agentctl.control.alarms.compose;

import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.slo.Indicator;
import java.util.List;

/** The share of events that were bad, as metric math; see docs/decisions/0020-alarms.md for its form. */
final class BadShare {

    private static final String EVENTS = "events";
    private static final String TOTAL = "total";
    private static final String RESULT = "bad";

    private BadShare() {}

    /**
     * The share, which is 0 with too few events and missing where the total is.
     *
     * @param fewestEvents with fewer in a period, nothing counts as bad
     */
    static Watched.MetricMath of(Indicator.Ratio ratio, double fewestEvents) {
        String total = times(ratio.total().factor(), TOTAL);
        String counted = times(ratio.events().factor(), "FILL(" + EVENTS + ", 0)") + " / " + total;
        String bad =
                switch (ratio.counted()) {
                    case BAD -> counted;
                    case GOOD -> "1 - " + counted;
                };
        String enough = fewestEvents > 0 ? " >= " + Figures.exact(fewestEvents) : " > 0";
        return new Watched.MetricMath(
                List.of(input(EVENTS, ratio.events()), input(TOTAL, ratio.total())),
                List.of(new Watched.Formula(
                        RESULT, "IF(" + total + enough + ", " + bad + ", 0)", "share of bad events")),
                RESULT);
    }

    private static Watched.Input input(String id, Indicator.Reading reading) {
        return new Watched.Input(id, new Watched.Single(reading.metric(), reading.statistic(), reading.unit()));
    }

    private static String times(double factor, String series) {
        return factor == 1 ? series : "(" + Figures.exact(factor) + " * " + series + ")";
    }
}
