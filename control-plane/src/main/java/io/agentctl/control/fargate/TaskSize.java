package io.agentctl.control.fargate;

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

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if it is none, or not a Fargate size
     */
    public static TaskSize parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,6}") || !parts[1].matches("\\d{1,6}")) {
            throw new IllegalArgumentException("not a task size such as 1024/2048: " + text);
        }
        return new TaskSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** For example {@code 512/1024}. */
    @Override
    public String toString() {
        return cpuUnits + "/" + memoryMib;
    }
}
