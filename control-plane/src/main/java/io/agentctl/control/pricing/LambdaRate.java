package io.agentctl.control.pricing;

import java.util.Optional;

/**
 * What Lambda charges for one architecture.
 *
 * @param gbSecond US dollars for a GB (1,024 MB) for a second of billed duration, above 0
 * @param millionRequests US dollars for a million requests, 0 or more
 * @param provisioned what is charged where environments are kept ready; empty where the table does not tell
 */
public record LambdaRate(double gbSecond, double millionRequests, Optional<ProvisionedRate> provisioned) {

    private static final double MB_PER_GB = 1024;
    private static final double MS_PER_SECOND = 1000;
    private static final double MILLION = 1e6;

    public LambdaRate {
        if (!(gbSecond > 0 && millionRequests >= 0) || Double.isInfinite(gbSecond + millionRequests)) {
            throw new IllegalArgumentException(
                    "prices are finite and above zero, not " + gbSecond + " and " + millionRequests);
        }
    }

    /** A price list that tells nothing of provisioned concurrency. */
    public LambdaRate(double gbSecond, double millionRequests) {
        this(gbSecond, millionRequests, Optional.empty());
    }

    /** What one invocation costs in US dollars, the request charge included. */
    public double invocationUsd(int memoryMb, double billedMs) {
        return requestUsd() + memoryMb / MB_PER_GB * billedMs / MS_PER_SECOND * gbSecond;
    }

    /** What the request alone costs in US dollars. */
    public double requestUsd() {
        return millionRequests / MILLION;
    }
}
