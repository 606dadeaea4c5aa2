package io.agentctl.control.race;

import java.util.OptionalDouble;

/**
 * How far a race goes.
 *
 * @param indifferenceZone the difference in the objective that does not matter, as a share: 0.02 is 2 %
 * @param confidence that the advised size is within the zone of the best, for example 0.95
 * @param maxInvocations of all sizes together, at least 1
 * @param maxSpendUsd US dollars for all invocations together, above 0; absent if only invocations count
 * @param coldShare the share of invocations expected to start cold, 0 to 1
 * @param roundSize invocations a round for each size in the race, on average, at least 1
 */
public record RaceSettings(
        double indifferenceZone,
        double confidence,
        int maxInvocations,
        OptionalDouble maxSpendUsd,
        double coldShare,
        int roundSize) {

    /** Invocations for each size where no limit is given: a quarter of the 50 that Power Tuning's guide suggests. */
    public static final int INVOCATIONS_PER_SIZE = 12;

    public RaceSettings {
        require(indifferenceZone > 0 && indifferenceZone < 1, "an indifference zone is between 0 and 1");
        require(confidence >= 0.5 && confidence < 1, "a confidence is from 0.5 to below 1");
        require(maxInvocations >= 1, "at least one invocation");
        require(maxSpendUsd.orElse(1) > 0, "a limit of spending is above zero");
        require(coldShare >= 0 && coldShare <= 1, "a cold share is from 0 to 1");
        require(roundSize >= 1, "at least one invocation a round");
    }

    /** A zone of 2 %, 95 % confidence, {@value #INVOCATIONS_PER_SIZE} invocations a size, all of them warm. */
    public static RaceSettings forSizes(int sizes) {
        return new RaceSettings(0.02, 0.95, INVOCATIONS_PER_SIZE * sizes, OptionalDouble.empty(), 0, 2);
    }

    /** How much may be spent, in US dollars; infinite where there is no limit. */
    public double spendLimitUsd() {
        return maxSpendUsd.orElse(Double.POSITIVE_INFINITY);
    }

    public RaceSettings withMaxInvocations(int limit) {
        return new RaceSettings(indifferenceZone, confidence, limit, maxSpendUsd, coldShare, roundSize);
    }

    public RaceSettings withMaxSpendUsd(double limit) {
        return new RaceSettings(
                indifferenceZone, confidence, maxInvocations, OptionalDouble.of(limit), coldShare, roundSize);
    }

    public RaceSettings withColdShare(double share) {
        return new RaceSettings(indifferenceZone, confidence, maxInvocations, maxSpendUsd, share, roundSize);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
