package io.agentctl.control.pricing;

/**
 * What DynamoDB charges for reads, or for writes.
 *
 * @param millionUnits US dollars for a million units on demand, above 0
 * @param unitHour US dollars for a unit a second provisioned for an hour, above 0
 */
public record UnitPrice(double millionUnits, double unitHour) {

    private static final double MILLION = 1e6;
    private static final double SECONDS_AN_HOUR = 3600;

    public UnitPrice {
        if (!(millionUnits > 0 && unitHour > 0) || Double.isInfinite(millionUnits + unitHour)) {
            throw new IllegalArgumentException(
                    "prices are finite and above zero, not " + millionUnits + " and " + unitHour);
        }
    }

    /** What units cost on demand, in US dollars. */
    public double onDemandUsd(double units) {
        return units / MILLION * millionUnits;
    }

    /** What units a second cost that are provisioned, in US dollars. */
    public double provisionedUsd(double unitHours) {
        return unitHours * unitHour;
    }

    /** The share of provisioned capacity, above 0, that must be in use for it to be no dearer than on demand. */
    public double breakEven() {
        return unitHour / (millionUnits / MILLION * SECONDS_AN_HOUR);
    }
}
