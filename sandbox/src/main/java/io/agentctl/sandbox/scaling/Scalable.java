package io.agentctl.sandbox.scaling;

import io.agentctl.sandbox.ecs.ServiceHandle;
import io.agentctl.sandbox.table.CapacityHandle;
import io.agentctl.sandbox.workload.Aggregate;
import io.agentctl.sandbox.workload.Resource;
import java.util.Optional;

/** What a target scales, as it is now. To be used inside the simulation's lock. */
sealed interface Scalable {
    /** How many there are to be. */
    int current();

    /** Sets another number; tells why not when it is refused. */
    Optional<String> scale(int count);

    /** Whether scaling in has to wait. */
    boolean holdsScaleIn();

    /** What a policy sees of a minute since the epoch. */
    Observation observe(Tracked tracked, long minute);

    /**
     * What a policy sees.
     *
     * @param utilization percent; NaN when there was nothing to be seen
     * @param running how many there were
     */
    record Observation(double utilization, int running) {}

    /** The tasks of a service. */
    record Tasks(ServiceHandle service) implements Scalable {
        @Override
        public int current() {
            return service.desired();
        }

        @Override
        public Optional<String> scale(int count) {
            service.scale(count);
            return Optional.empty();
        }

        @Override
        public boolean holdsScaleIn() {
            return service.deploying();
        }

        @Override
        public Observation observe(Tracked tracked, long minute) {
            Aggregate sample = new Aggregate();
            Resource resource = tracked == Tracked.MEMORY ? Resource.MEMORY : Resource.CPU;
            service.utilization().collect(resource, minute, 1, minute + 1, sample);
            return new Observation(sample.average(), (int) Math.round(sample.count()));
        }
    }

    /** The read or the write units of a table or an index. */
    record Units(CapacityHandle capacity, boolean reads) implements Scalable {
        @Override
        public int current() {
            return Math.toIntExact(capacity.provisioned(reads).orElse(0));
        }

        @Override
        public Optional<String> scale(int count) {
            return capacity.provision(reads, count);
        }

        @Override
        public boolean holdsScaleIn() {
            return false;
        }

        @Override
        public Observation observe(Tracked tracked, long minute) {
            return new Observation(capacity.utilization(reads, minute), capacity.provisionedIn(reads, minute));
        }
    }
}
