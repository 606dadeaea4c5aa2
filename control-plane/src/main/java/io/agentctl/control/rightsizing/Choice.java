package io.agentctl.control.rightsizing;

import java.util.List;

/**
 * What was chosen of all candidates.
 *
 * @param need what is needed
 * @param current what runs now
 * @param currentFits true if that is enough
 * @param best the cheapest that is enough, or the nearest to enough
 * @param somethingFits true if {@code best} is enough
 * @param others the best of every CPU value, cheapest first, without {@code best}
 */
record Choice(Need need, Priced current, boolean currentFits, Priced best, boolean somethingFits, List<Priced> others) {

    /** A rollout is not repaid by less; below this share of the price the size in force stays. */
    static final double LEAST_SAVING = 0.05;

    /**
     * A fleet with its price.
     *
     * @param usd US dollars a month
     * @param fits true if it is enough
     */
    record Priced(Fleet fleet, double usd, boolean fits) {}

    Finding finding() {
        if (!currentFits) {
            return Finding.UNDER;
        }
        return somethingFits && best.usd() < current.usd() * (1 - LEAST_SAVING) ? Finding.OVER : Finding.RIGHT;
    }

    /** True if the best is what runs already. */
    boolean sameAsCurrent() {
        return best.fleet().size().equals(current.fleet().size())
                && best.fleet().meanTasks() == current.fleet().meanTasks();
    }

    /** What should run: the best, or what runs now where no change is worth it. */
    Priced advised() {
        return finding() == Finding.RIGHT ? current : best;
    }
}
