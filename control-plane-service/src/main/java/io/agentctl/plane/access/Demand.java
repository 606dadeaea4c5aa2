package io.agentctl.plane.access;

import io.agentctl.control.plan.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants. All of its parts must be allowed.
 *
 * @param what the use case's name, or the route's
 * @param deed what is to be done
 * @param parts at least one
 */
public record Demand(String what, Deed deed, List<Part> parts) {

    /**
     * What it is done to.
     *
     * @param capability such as {@code ecs}
     * @param resource what is touched; empty if that cannot be told beforehand
     */
    public record Part(String capability, Optional<ResourceId> resource) {

        @Override
        public String toString() {
            return resource.map(ResourceId::toString).orElse(capability);
        }
    }

    public Demand {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a demand for nothing");
        }
    }

    /** A demand on a capability as a whole. */
    public static Demand on(String what, Deed deed, String capability) {
        return new Demand(what, deed, List.of(new Part(capability, Optional.empty())));
    }

    /** The same things with another deed: who may approve a change is asked for the things that it changes. */
    public Demand to(Deed other) {
        return new Demand(what, other, parts);
    }

    /** What is touched, as far as that is known. */
    public List<ResourceId> resources() {
        return parts.stream().map(Part::resource).flatMap(Optional::stream).toList();
    }
}
