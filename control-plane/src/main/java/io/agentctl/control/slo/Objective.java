package io.agentctl.control.slo;

import io.agentctl.control.yaml.Node.Position;
import java.util.List;
import java.util.Optional;

/**
 * What is promised of one indicator.
 *
 * @param name unique among the project's objectives; an SLO with several objectives gives each a name of its own
 * @param service whose it is
 * @param description for people
 * @param indicator what is measured
 * @param target the share that must be good, over 0 and under 1
 * @param budgeting what the share is of
 * @param window over which time
 * @param alerting when somebody is to be told
 * @param levels where the measured figure is a warning or critical, for status pages
 * @param position where it is written
 */
public record Objective(
        String name,
        String service,
        String description,
        Indicator indicator,
        double target,
        Budgeting budgeting,
        ObjectiveWindow window,
        Alerting alerting,
        Optional<Levels> levels,
        Position position) {

    /** @throws IllegalArgumentException for a target that is no promise, or leaves no budget */
    public Objective {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("a target is over 0 % and under 100 %: 100 % leaves no error budget");
        }
    }

    /** The share that may be bad. */
    public double budget() {
        return 1 - target;
    }

    /**
     * Figures of the indicator itself, such as milliseconds, at which pages turn yellow and red.
     *
     * @param higherIsWorse whether a figure over these is bad, or one under
     */
    public record Levels(double objective, double warning, double critical, boolean higherIsWorse) {

        /** @throws IllegalArgumentException for levels out of order */
        public Levels {
            boolean ordered = higherIsWorse
                    ? objective <= warning && warning <= critical
                    : objective >= warning && warning >= critical;
            if (!ordered) {
                throw new IllegalArgumentException("from objective over warning to critical it gets worse, not "
                        + objective + ", " + warning + ", " + critical);
            }
        }
    }

    /**
     * When somebody is to be told that budget is being spent.
     *
     * @param pairs the windows in which fast spending is looked for; none for an objective that alarms nobody
     * @param fewestEvents with fewer events in a window, nobody is told: one failure of three requests is no outage
     */
    public record Alerting(List<BurnRatePair> pairs, double fewestEvents) {

        /** Nobody is told. */
        public static final Alerting NONE = new Alerting(List.of(), 0);

        public Alerting {
            pairs = List.copyOf(pairs);
            if (!(fewestEvents >= 0)) {
                throw new IllegalArgumentException("a number of events is not negative: " + fewestEvents);
            }
        }
    }
}
