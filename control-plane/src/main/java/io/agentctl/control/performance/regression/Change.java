package io.agentctl.control.performance.regression;

/**
 * Where another level begins.
 *
 * @param at the first index of the new level
 * @param beyond by how much the weaker of its two tests passed, in decimal logarithms of probability
 */
record Change(int at, double beyond) {

    /** Of series of noise alone, about one in 300 shows a change that just passes; see {@code docs/decisions/0018}. */
    private static final double FALSE_AT_THE_BOUND = 0.003;
    /** More than this nobody can promise: noise is never quite what the tests take it for. */
    private static final double MOST = 0.9999;

    /** How sure the change is: one minus the share of series of noise, of this length, that show one so clear. */
    double confidence() {
        return Math.min(MOST, 1 - FALSE_AT_THE_BOUND * Math.pow(10, -beyond));
    }
}
