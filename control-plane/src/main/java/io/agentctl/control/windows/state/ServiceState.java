package io.agentctl.control.windows.state;

import io.agentctl.control.ecs.ServiceName;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of one service.
 *
 * @param service which
 * @param sleeping how it was put to sleep, or null if it is awake as far as the windows know
 * @param wish what somebody wants of it for a while, or null
 * @param version counts the writes; 0 for a state that was never written
 */
public record ServiceState(ServiceName service, Sleeping sleeping, Wish wish, long version) {

    /** Nothing remembered yet. */
    public static ServiceState none(ServiceName service) {
        return new ServiceState(service, null, null, 0);
    }

    public Optional<Sleeping> asleep() {
        return Optional.ofNullable(sleeping);
    }

    /** The wish that counts at a time. */
    public Optional<Wish> wishAt(Instant at) {
        return Optional.ofNullable(wish).filter(held -> held.holds(at));
    }

    public ServiceState sleeping(Sleeping next) {
        return new ServiceState(service, next, wish, version);
    }

    public ServiceState wishing(Wish next) {
        return new ServiceState(service, sleeping, next, version);
    }

    ServiceState atVersion(long next) {
        return new ServiceState(service, sleeping, wish, next);
    }
}
