package io.agentctl.control.performance.regression;

import java.util.List;

/**
 * Two results of one scenario.
 *
 * @param word the verdict on all figures together
 * @param scenario that both ran
 * @param matters the smallest difference that matters, in percent
 * @param delta Cliff's delta of the latencies: how much more often a request of the candidate is the slower one
 * @param figures each compared
 * @param remarks what a reader must know about how far this can be trusted
 */
public record Comparison(
        Word word, String scenario, double matters, double delta, List<Figure> figures, List<String> remarks) {

    public Comparison {
        figures = List.copyOf(figures);
        remarks = List.copyOf(remarks);
    }

    /** A verdict. */
    public enum Word {
        /** Worse for sure, and by more than matters. */
        REGRESSION,
        /** Better for sure, and by more than matters. */
        IMPROVEMENT,
        /** If there is a difference, it is smaller than what matters. */
        NO_DIFFERENCE,
        /** What was measured does not decide. */
        UNDECIDED
    }

    /**
     * One figure.
     *
     * @param name such as {@code p95}
     * @param unit of base and candidate
     * @param base its value in the base
     * @param candidate its value in the candidate
     * @param difference in percent; of error rates in percentage points
     * @param low the lower end of what holds the true difference; for all figures together in 95 of 100 cases
     * @param high the upper end
     * @param word the verdict
     * @param reason why nothing is decided; else empty
     */
    public record Figure(
            String name,
            String unit,
            double base,
            double candidate,
            double difference,
            double low,
            double high,
            Word word,
            String reason) {}
}
