package io.agentctl.control.performance;

import java.util.List;

/**
 * What the target's parts used while it was under load, as CloudWatch has it.
 *
 * @param uses a line for each metric
 * @param remarks what could not be read, and why
 */
public record ResourceUse(List<Use> uses, List<String> remarks) {

    public ResourceUse {
        uses = List.copyOf(uses);
        remarks = List.copyOf(remarks);
    }

    /**
     * One metric of one part.
     *
     * @param resource such as {@code service api}
     * @param metric such as {@code CPU}
     * @param unit such as {@code %}; empty for a count
     * @param average over the time of the run
     * @param peak the highest minute
     */
    public record Use(String resource, String metric, String unit, double average, double peak) {}
}
