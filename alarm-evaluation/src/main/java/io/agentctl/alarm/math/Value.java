package io.agentctl.alarm.math;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What an expression comes to: a number, a time series, or several of these. */
sealed interface Value {

    record Scalar(double number) implements Value {}

    /** A value for each time, NaN for none. */
    @SuppressWarnings("ArrayRecordComponent") // Made anew by each step, never compared.
    record Series(double[] values) implements Value {
        Series map(DoubleUnaryOperator function) {
            double[] mapped = new double[values.length];
            for (int i = 0; i < mapped.length; i++) {
                double result = Double.isNaN(values[i]) ? Double.NaN : function.applyAsDouble(values[i]);
                mapped[i] = Double.isFinite(result) ? result : Double.NaN;
            }
            return new Series(mapped);
        }

        /** How many values there are. */
        int present() {
            int count = 0;
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    count++;
                }
            }
            return count;
        }
    }

    record Several(List<Series> series) implements Value {
        public Several {
            series = List.copyOf(series);
        }
    }

    /** A word or a text, which only functions know what to do with. */
    record Word(String text) implements Value {}
}
