package io.agentctl.control.performance.regression;

/**
 * How much values that follow one another have in common, as the correlation ρ of neighbours in an autoregressive
 * series of the first order, and what that does to means: they know less than as many independent values.
 */
final class Dependence {

    /** Beyond this the formulas hold no more; such a series wanders, and its levels are no levels. */
    private static final double MOST = 0.95;

    /** Dependence of so many standard errors is seen. */
    private static final double SEEN = 2;
    /** From so many values on it must be seen; of fewer, which cannot show it, less and less is asked. */
    private static final double ENOUGH = 50;

    private Dependence() {}

    /**
     * Estimates ρ from residuals around levels; 0 where neighbours have nothing in common, and where they alternate.
     *
     * <p>The larger of two estimates: the correlation of neighbours, and the ρ that would make means vary as the
     * correlations over several distances say (Bartlett's weights), since measurements with noise of their own hide
     * what lasts from the first. Both are too small by about (1 + 3ρ)/n (Kendall 1954), which is put back. What could
     * well be chance is taken for none, since to allow for it would hide small changes.
     */
    static double estimate(double[] residuals) {
        int n = residuals.length;
        double square = 0;
        for (double residual : residuals) {
            square += residual * residual;
        }
        if (square == 0) {
            return 0;
        }
        int reach = Math.max(1, (int) Math.round(1.5 * Math.cbrt(n)));
        double total = 1;
        double neighbours = 0;
        for (int distance = 1; distance <= reach; distance++) {
            double product = 0;
            for (int i = distance; i < n; i++) {
                product += residuals[i] * residuals[i - distance];
            }
            double correlation = product / square;
            if (distance == 1) {
                neighbours = correlation;
            }
            total += 2 * (1 - distance / (reach + 1.0)) * correlation;
        }
        double lasting = total <= 0 ? -1 : (total - 1) / (total + 1);
        double seen = Math.max(neighbours, lasting);
        double bias = (1 + 3 * Math.max(0, seen)) / n;
        double error = Math.sqrt(Math.max(0.2, 1 - seen * seen) / n);
        double proof = SEEN * Math.min(1, n / ENOUGH);
        return seen + bias < proof * error ? 0 : Math.clamp(seen + bias, 0, MOST);
    }

    /** The variance of the mean of so many values, as a share of the variance of one. */
    static double ofMean(int count, double rho) {
        double sum = 1;
        double power = 1;
        for (int distance = 1; distance < count && power > 1e-9; distance++) {
            power *= rho;
            sum += 2 * (1 - distance / (double) count) * power;
        }
        return sum / count;
    }
}
