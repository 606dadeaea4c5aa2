package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.runtime.backend.BackendHealth.Circuit;
import io.agentctl.runtime.backend.CircuitBreaker.Result;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any sequence of calls that begin, end in any way and order, and of time that passes. */
class CircuitBreakerProperties {

    private static final Map<Circuit, Set<Circuit>> NEXT = Map.of(
            Circuit.CLOSED, Set.of(Circuit.OPEN),
            Circuit.OPEN, Set.of(Circuit.HALF_OPEN),
            Circuit.HALF_OPEN, Set.of(Circuit.OPEN, Circuit.CLOSED));

    private record Ended(long at, boolean bad) {}

    /** What happens, and a second witness of when. */
    private static final class World implements BackendListener {
        final ManualTime time = new ManualTime();
        final Deque<Long> underWay = new ArrayDeque<>();
        final List<Ended> ended = new ArrayList<>();
        Circuit state = Circuit.CLOSED;
        long changedAt;
        int probes;

        @Override
        public void circuitChanged(String backend, Circuit from, Circuit to) {
            assertThat(from).isEqualTo(state);
            assertThat(NEXT.get(from)).contains(to);
            if (to == Circuit.HALF_OPEN) {
                assertThat(time.nanos() - changedAt)
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(5).toNanos());
            }
            state = to;
            changedAt = time.nanos();
            probes = 0;
            ended.clear();
        }
    }

    @Property(tries = 2_000)
    void changesStateOnlyAsItMay(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 9) Integer> steps, @ForAll long seed) {
        BreakerSettings settings =
                new BreakerSettings(0.5, 4, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(5), 2);
        World world = new World();
        CircuitBreaker breaker = new CircuitBreaker("target", settings, world.time, new Random(seed), world);
        for (int step : steps) {
            switch (step) {
                case 0, 1, 2, 3 -> enter(world, breaker);
                case 4, 5 -> leave(world, breaker, Result.BAD);
                case 6 -> leave(world, breaker, Result.GOOD);
                case 7 -> leave(world, breaker, Result.UNKNOWN);
                case 8 -> world.time.pass(Duration.ofMillis(700));
                default -> world.time.pass(Duration.ofSeconds(4));
            }
        }
        recovers(world, breaker);
    }

    private static void enter(World world, CircuitBreaker breaker) {
        try {
            long entered = breaker.enter();
            assertThat(world.state).isNotEqualTo(Circuit.OPEN);
            if (world.state == Circuit.HALF_OPEN) {
                world.probes++;
                assertThat(world.probes).isLessThanOrEqualTo(2);
            }
            world.underWay.add(entered);
        } catch (BackendException refusal) {
            assertThat(world.state).isNotEqualTo(Circuit.CLOSED);
            assertThat(refusal.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(6250));
        }
    }

    private static void leave(World world, CircuitBreaker breaker, Result result) {
        if (world.underWay.isEmpty()) {
            return;
        }
        Circuit before = world.state;
        long now = world.time.nanos();
        if (before == Circuit.CLOSED && result != Result.UNKNOWN) {
            world.ended.add(new Ended(now, result == Result.BAD));
        }
        List<Ended> seen = List.copyOf(world.ended);
        breaker.leave(world.underWay.poll(), result);
        if (before == Circuit.HALF_OPEN && result == Result.UNKNOWN && world.probes > 0) {
            world.probes--;
        }
        if (before == Circuit.CLOSED && world.state == Circuit.OPEN) {
            // Whatever the slices forget, it opens only on enough calls within the window, half of them bad; calls that
            // began before the last change may be among those that this witness saw, and not among the breaker's.
            long recent = seen.stream()
                    .filter(call -> now - call.at() <= Duration.ofSeconds(10).toNanos())
                    .count();
            assertThat(recent).isGreaterThanOrEqualTo(4);
            assertThat(seen.stream().filter(Ended::bad).count()).isGreaterThanOrEqualTo(2);
        }
    }

    /** Whatever was before: a well target is in use again after a rest and two calls. */
    private static void recovers(World world, CircuitBreaker breaker) {
        while (!world.underWay.isEmpty()) {
            leave(world, breaker, Result.GOOD);
        }
        world.time.pass(Duration.ofSeconds(20));
        for (int call = 0; call < 2; call++) {
            enter(world, breaker);
            leave(world, breaker, Result.GOOD);
        }
        assertThat(breaker.state()).isEqualTo(Circuit.CLOSED);
    }
}
