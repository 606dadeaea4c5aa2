package io.agentctl.control.performance.regression;

/** In which direction a figure gets worse. */
public enum Worse {
    /** As latencies and error rates do. */
    HIGHER,
    /** As throughput does. */
    LOWER;

    /** Whether a change of a figure is for the worse. */
    public boolean is(double change) {
        return this == HIGHER ? change > 0 : change < 0;
    }
}
