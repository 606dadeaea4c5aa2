package io.agentctl.control.pricing;

import java.util.Map;
import java.util.Optional;

/**
 * What Lambda charges for one architecture where environments are kept ready.
 *
 * @param readyGbSecond US dollars for a GB (1,024 MB) kept ready for a second, used or not
 * @param gbSecond US dollars for a GB for a second of an invocation that met a ready environment; what spills over is
 *     charged on demand
 */
public record ProvisionedRate(double readyGbSecond, double gbSecond) {

    /** The keys of a price file. */
    static final String READY = "provisionedReadyGbSecond";

    static final String DURATION = "provisionedGbSecond";

    public ProvisionedRate {
        if (!(readyGbSecond > 0 && gbSecond > 0) || Double.isInfinite(readyGbSecond + gbSecond)) {
            throw new IllegalArgumentException(
                    "prices are finite and above zero, not " + readyGbSecond + " and " + gbSecond);
        }
    }

    /** Both or neither of a price file's two numbers. */
    static Optional<ProvisionedRate> of(Map<String, Double> numbers) {
        double ready = numbers.get(READY);
        double duration = numbers.get(DURATION);
        return Double.isNaN(ready) && Double.isNaN(duration)
                ? Optional.empty()
                : Optional.of(new ProvisionedRate(ready, duration));
    }

    /**
     * The share of its time, above 0, that a ready environment must be busy for it to be no dearer than on demand: it
     * costs the first price all the time, and saves the difference of the other two while it is busy. Infinite where
     * nothing is saved.
     *
     * @param onDemandGbSecond US dollars for a GB-second on demand
     */
    public double breakEven(double onDemandGbSecond) {
        double saved = onDemandGbSecond - gbSecond;
        return saved > 0 ? readyGbSecond / saved : Double.POSITIVE_INFINITY;
    }
}
