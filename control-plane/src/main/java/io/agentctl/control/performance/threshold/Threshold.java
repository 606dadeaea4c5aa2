package io.agentctl.control.performance.threshold;

import java.time.Duration;
import java.util.Optional;

/**
 * What must hold.
 *
 * @param text as it was written
 * @param source where it was written
 * @param figure what of
 * @param comparison how it must compare
 * @param limit milliseconds, a share from 0 to 1, a number, or answers a second, as the figure has it
 * @param sustained for how long on end it must fail to be missed; nothing where the whole run is judged at once
 */
public record Threshold(
        String text, String source, Figure figure, Comparison comparison, double limit, Optional<Duration> sustained) {

    /** How a figure must compare with its limit. */
    public enum Comparison {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }

        boolean holds(double figure, double limit) {
            return switch (this) {
                case BELOW -> figure < limit;
                case AT_MOST -> figure <= limit;
                case ABOVE -> figure > limit;
                case AT_LEAST -> figure >= limit;
            };
        }
    }

    /** Whether a figure is as it must be. */
    public boolean holds(double measured) {
        return comparison.holds(measured, limit);
    }
}
