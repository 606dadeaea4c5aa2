package io.agentctl.control.pricing;

/**
 * What Fargate charges for a task that runs, on demand.
 *
 * @param vcpuHour US dollars for a vCPU (1,024 CPU units) for an hour, above 0
 * @param gbHour US dollars for a GB (1,024 MiB) for an hour, above 0
 */
public record FargateRate(double vcpuHour, double gbHour) {

    public FargateRate {
        if (!(vcpuHour > 0 && gbHour > 0) || Double.isInfinite(vcpuHour) || Double.isInfinite(gbHour)) {
            throw new IllegalArgumentException("prices are above zero, not " + vcpuHour + " and " + gbHour);
        }
    }
}
