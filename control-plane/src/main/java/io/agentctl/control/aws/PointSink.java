package io.agentctl.control.aws;

/** Takes points of metrics as they arrive, without an object for each. */
@FunctionalInterface
public interface PointSink {

    /**
     * Takes points of one query; an answer that was asked for again brings them again.
     *
     * @param id the query's
     * @param seconds since the epoch, at which each period begins
     * @param values what was measured
     * @param count how many of both arrays there are, from their beginning; both are written anew afterwards
     */
    void points(String id, long[] seconds, double[] values, int count);
}
