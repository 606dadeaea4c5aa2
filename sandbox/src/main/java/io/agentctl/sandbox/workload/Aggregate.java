package io.agentctl.sandbox.workload;

/** The statistics of some samples, collected bit by bit. */
public final class Aggregate {
    private double sum;
    private double count;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** Forgets everything. */
    public void clear() {
        sum = 0;
        count = 0;
        minimum = Double.POSITIVE_INFINITY;
        maximum = Double.NEGATIVE_INFINITY;
    }

    /**
     * Takes in a group of samples.
     *
     * @param groupSum their sum
     * @param groupCount how many they are; none changes nothing
     * @param groupMinimum the least
     * @param groupMaximum the greatest
     */
    public void add(double groupSum, double groupCount, double groupMinimum, double groupMaximum) {
        if (groupCount > 0) {
            sum += groupSum;
            count += groupCount;
            minimum = Math.min(minimum, groupMinimum);
            maximum = Math.max(maximum, groupMaximum);
        }
    }

    /** Whether there were no samples. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The sum of the samples. */
    public double sum() {
        return sum;
    }

    /** How many samples there were. */
    public double count() {
        return count;
    }

    /** The least sample; meaningless when empty. */
    public double minimum() {
        return minimum;
    }

    /** The greatest sample; meaningless when empty. */
    public double maximum() {
        return maximum;
    }

    /** The mean; NaN when empty. */
    public double average() {
        return sum / count;
    }
}
