package io.agentctl.control.performance;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * How long something took, of everything that was measured: the figures that people read, and the whole histogram, from
 * which any other follows. All figures but the count are 0 where nothing was measured.
 *
 * @param count how many were measured
 * @param mean milliseconds
 * @param min milliseconds
 * @param p50 milliseconds
 * @param p90 milliseconds
 * @param p95 milliseconds
 * @param p99 milliseconds
 * @param p999 milliseconds, of 99.9 %
 * @param max milliseconds
 * @param histogram HdrHistogram V2 of microseconds at 3 digits, compressed, in Base64, as its log format has it
 */
public record Latencies(
        long count,
        double mean,
        double min,
        double p50,
        double p90,
        double p95,
        double p99,
        double p999,
        double max,
        String histogram) {

    /** How exact histograms are: 0.1 %. */
    public static final int DIGITS = 3;

    /** The most that a histogram holds, an hour; whoever records cuts what is longer. */
    public static final long MOST_MICROS = 3_600_000_000L;

    private static final double MICROS_PER_MILLI = 1000;
    private static final double P50 = 50;
    private static final double P90 = 90;
    private static final double P95 = 95;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    /** The figures of a histogram of microseconds. */
    public static Latencies of(Histogram micros) {
        boolean none = micros.getTotalCount() == 0;
        return new Latencies(
                micros.getTotalCount(),
                none ? 0 : micros.getMean() / MICROS_PER_MILLI,
                none ? 0 : micros.getMinValue() / MICROS_PER_MILLI,
                percentile(micros, P50),
                percentile(micros, P90),
                percentile(micros, P95),
                percentile(micros, P99),
                percentile(micros, P999),
                none ? 0 : micros.getMaxValue() / MICROS_PER_MILLI,
                encoded(micros));
    }

    /** A histogram of the kind that is measured with. */
    public static Histogram empty() {
        return new Histogram(MOST_MICROS, DIGITS);
    }

    /** Several as one. */
    public static Latencies merged(Iterable<Latencies> parts) {
        Histogram sum = empty();
        parts.forEach(part -> sum.add(part.micros()));
        return of(sum);
    }

    /**
     * Milliseconds at or below which a share of what was measured lies.
     *
     * @param percent over 0, up to 100
     */
    public double percentile(double percent) {
        return percentile(micros(), percent);
    }

    /**
     * The whole histogram, of microseconds, newly read.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public Histogram micros() {
        try {
            byte[] bytes = Base64.getDecoder().decode(histogram);
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), MOST_MICROS);
        } catch (DataFormatException | RuntimeException damaged) {
            throw new IllegalArgumentException("the histogram cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    /** HdrHistogram answers with the highest value of a bucket, which may lie above everything that was recorded. */
    private static double percentile(Histogram micros, double percent) {
        return micros.getTotalCount() == 0
                ? 0
                : Math.min(micros.getValueAtPercentile(percent), micros.getMaxValue()) / MICROS_PER_MILLI;
    }

    private static String encoded(Histogram micros) {
        ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
