package io.agentctl.control.slo;

import io.agentctl.control.yaml.Node.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

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
 * @param levels where the measured figure is a warning or critical, for status pages; always there, with no bounds but
 *     the promise itself where the file names none
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
        Levels levels,
        Position position) {

    /** @throws IllegalArgumentException for a target that is no promise, or leaves no budget */
    public Objective {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("a target is over 0 % and under 100 %: 100 % leaves no error budget");
        }
    }

    /** The share that may be bad. */
    public double budget() {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(target)).doubleValue();
    }

    /** The same, kept by another. */
    public Objective keptBy(Backend backend) {
        return new Objective(
                name,
                service,
                description,
                indicator,
                target,
                budgeting,
                window,
                alerting.keptBy(backend),
                levels,
                position);
    }

    /** What is promised, such as {@code 99 % of slices of 5 min with p95 of ResponseTime < 500, in 30 d}. */
    public String promise() {
        return Promises.words(this);
    }

    /**
     * Figures at which pages turn yellow and red: in the unit of an indicator with a limit, and of ratios in percent.
     *
     * @param objective the promise in the same terms
     * @param warning from where it is a warning
     * @param critical from where it is critical
     * @param higherIsWorse whether figures over these are bad (milliseconds, the share of bad events), or those under
     *     (the share of good events)
     */
    public record Levels(double objective, OptionalDouble warning, OptionalDouble critical, boolean higherIsWorse) {

        /** @throws IllegalArgumentException for levels out of order */
        public Levels {
            double last = objective;
            for (OptionalDouble level : List.of(warning, critical)) {
                double next = level.orElse(last);
                if (higherIsWorse ? next < last : next > last) {
                    throw new IllegalArgumentException(
                            "from objective over warning to critical it gets worse, not from %s to %s"
                                    .formatted(Figures.plain(last), Figures.plain(next)));
                }
                last = next;
            }
        }

        /** What a figure means. */
        public Level of(double figure) {
            if (critical.isPresent() && beyond(figure, critical.getAsDouble())) {
                return Level.CRITICAL;
            }
            return warning.isPresent() && beyond(figure, warning.getAsDouble()) ? Level.WARNING : Level.GOOD;
        }

        private boolean beyond(double figure, double level) {
            return higherIsWorse ? figure > level : figure < level;
        }
    }

    /** How a figure stands to its levels. */
    public enum Level {
        GOOD,
        WARNING,
        CRITICAL
    }
}
