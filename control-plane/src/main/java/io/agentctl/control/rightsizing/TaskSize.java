package io.agentctl.control.rightsizing;

/**
 * CPU and memory of one Fargate task. Only sizes that Fargate has can be made; {@link FargateSizes} names the near ones
 * of one that it has not.
 *
 * @param cpuUnits 1,024 are one vCPU
 * @param memoryMib in MiB
 */
public record TaskSize(int cpuUnits, int memoryMib) {

    public TaskSize {
        if (!FargateSizes.exists(cpuUnits, memoryMib)) {
            throw new IllegalArgumentException(FargateSizes.explain(cpuUnits, memoryMib));
        }
    }

    /** For example {@code 512/1024}. */
    @Override
    public String toString() {
        return cpuUnits + "/" + memoryMib;
    }
}
