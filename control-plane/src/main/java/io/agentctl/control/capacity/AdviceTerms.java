package io.agentctl.control.capacity;

/**
 * On what terms a mode is advised.
 *
 * @param mostThrottled the share of what is asked for that may be refused, 0 to 1
 * @param leastSaving the share of the present cost that a switch must save, so that advice does not flap
 */
public record AdviceTerms(double mostThrottled, double leastSaving) {

    /** One in a hundred may be throttled; 15 % must be saved. */
    public static final AdviceTerms USUAL = new AdviceTerms(0.01, 0.15);

    public AdviceTerms {
        if (!(mostThrottled >= 0 && mostThrottled < 1) || !(leastSaving >= 0 && leastSaving < 1)) {
            throw new IllegalArgumentException("shares are 0 to 1, not " + mostThrottled + " and " + leastSaving);
        }
    }
}
