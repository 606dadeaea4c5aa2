package io.agentctl.control.lambda.cost;

import io.agentctl.control.pricing.LambdaRate;
import io.agentctl.control.pricing.ProvisionedRate;
import java.util.Optional;

/**
 * What a function's use comes to at list prices, in US dollars: GB-seconds of duration, every request, and what is kept
 * ready (the formula of aws.amazon.com/lambda/pricing).
 *
 * @param gbSeconds of duration, what is kept ready left out
 * @param invocationsUsd durations and requests
 * @param keptReadyUsd what is kept ready, as if it had been for the whole window
 */
record FunctionBill(double gbSeconds, double invocationsUsd, double keptReadyUsd) {

    private static final double MB_PER_GB = 1024;
    private static final double MS_PER_SECOND = 1000;

    /** Computes; where the table does not price what is kept ready, that is on demand and keeping it is free. */
    static FunctionBill of(FunctionUse use, LambdaRate rate, double windowSeconds) {
        Optional<ProvisionedRate> provisioned = rate.provisioned();
        double gbSeconds = 0;
        double usd = 0;
        for (FunctionUse.Part part : use.parts()) {
            double used = part.memoryMb() / MB_PER_GB * part.busyMillis() / MS_PER_SECOND;
            double inReady = provisioned.isPresent() ? used * part.readyShare() : 0;
            gbSeconds += used;
            usd += (used - inReady) * rate.gbSecond()
                    + inReady * provisioned.map(ProvisionedRate::gbSecond).orElse(0.0)
                    + part.invocations() * rate.requestUsd();
        }
        double kept = 0;
        for (FunctionUse.Kept one : use.kept()) {
            kept += one.environments()
                    * (one.memoryMb() / MB_PER_GB)
                    * windowSeconds
                    * provisioned.map(ProvisionedRate::readyGbSecond).orElse(0.0);
        }
        return new FunctionBill(gbSeconds, usd, kept);
    }

    double usd() {
        return invocationsUsd + keptReadyUsd;
    }
}
