package io.agentctl.control.performance.regression;

import java.util.Arrays;

/** On which scale a series is looked at. */
enum Scale {
    /** Where all values are above 0: changes are ratios, and noise is mostly as large as the level it sits on. */
    LOGARITHMIC,
    PLAIN;

    static Scale of(double[] raw) {
        return Arrays.stream(raw).allMatch(value -> value > 0) ? LOGARITHMIC : PLAIN;
    }

    double[] there(double[] raw) {
        return switch (this) {
            case LOGARITHMIC -> Arrays.stream(raw).map(Math::log).toArray();
            case PLAIN -> raw.clone();
        };
    }

    double back(double value) {
        return switch (this) {
            case LOGARITHMIC -> Math.exp(value);
            case PLAIN -> value;
        };
    }
}
