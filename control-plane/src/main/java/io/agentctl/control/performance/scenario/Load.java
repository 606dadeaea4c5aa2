package io.agentctl.control.performance.scenario;

import java.time.Duration;
import java.util.OptionalInt;

/** How load is made. */
public sealed interface Load {

    /** What may be open or under way at once where nobody says. */
    int USUAL_CONNECTIONS = 10_000;

    /** The most that may be asked for. */
    int MOST_CONNECTIONS = 20_000;

    /** How many requests may be under way at once. */
    int most();

    /**
     * Open: requests are due at a rate, whether the target keeps up or not, as callers who do not know of each other
     * send them.
     *
     * @param from the rate at the beginning
     * @param to the rate at the end; what lies between is a straight line
     * @param connections how many may be under way; what is due beyond that waits, and its waiting counts
     */
    record Open(Rate from, Rate to, OptionalInt connections) implements Load {
        public Open {
            if (to.perSecond() <= 0 && from.perSecond() <= 0) {
                throw new IllegalArgumentException("a rate of 0 sends nothing");
            }
            connections.ifPresent(Load::checkCount);
        }

        @Override
        public int most() {
            return connections.orElse(USUAL_CONNECTIONS);
        }

        /** Whether the rate stays as it is. */
        public boolean steady() {
            return from.equals(to);
        }

        @Override
        public String toString() {
            return (steady() ? to.toString() : from + " to " + to)
                    + (connections.isPresent() ? ", at most " + connections.getAsInt() + " at a time" : "");
        }
    }

    /**
     * Closed: so many callers, each of which sends when it has its answer. A target that is slow is asked less.
     *
     * @param concurrency how many
     * @param ramp over how long they begin, one after another
     */
    record Closed(int concurrency, Duration ramp) implements Load {
        public Closed {
            checkCount(concurrency);
            if (ramp.isNegative()) {
                throw new IllegalArgumentException("a ramp is not negative");
            }
        }

        @Override
        public int most() {
            return concurrency;
        }

        @Override
        public String toString() {
            return concurrency + " at a time";
        }
    }

    private static void checkCount(int count) {
        if (count < 1 || count > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("a concurrency is from 1 to " + MOST_CONNECTIONS + ", not " + count);
        }
    }
}
