package io.agentctl.control.rightsizing;

/**
 * What a service needs.
 *
 * @param cpu CPU units, of all tasks, or of one where something else moves their number
 * @param memory MiB of a task
 */
record Need(CpuNeed cpu, MemoryNeed memory) {

    static Need of(Demand demand, SizingConstraints constraints) {
        double units = constraints.size().cpuUnits();
        double capacity =
                switch (constraints.count()) {
                    case TaskCount.Fixed fixed -> units * fixed.tasks();
                    case TaskCount.Bounded ignored -> units * constraints.tasks();
                    case TaskCount.Driven ignored -> units;
                    case TaskCount.Tracked tracked -> units * tracked.most();
                };
        return new Need(CpuNeed.of(demand, constraints, capacity), MemoryNeed.of(demand, constraints));
    }
}
