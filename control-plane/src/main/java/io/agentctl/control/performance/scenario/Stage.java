package io.agentctl.control.performance.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a run with one kind of load. It ends when its requests are sent or its time is up, whichever is first.
 *
 * @param name as figures are headed
 * @param load how it is made
 * @param requests how many
 * @param duration how long
 * @param warmUp whether it is left out of totals and thresholds
 * @param pause how long nothing is sent before it
 */
public record Stage(
        String name, Load load, OptionalLong requests, Optional<Duration> duration, boolean warmUp, Duration pause) {

    public Stage {
        if (requests.isEmpty() && duration.isEmpty()) {
            throw new IllegalArgumentException(
                    "stage " + name + " needs requests or a duration, or it would never end");
        }
        if (requests.isPresent() && requests.getAsLong() < 1) {
            throw new IllegalArgumentException("stage " + name + " needs at least 1 request");
        }
        if (duration.filter(time -> time.toMillis() < 1).isPresent()) {
            throw new IllegalArgumentException("stage " + name + " needs a duration over 0");
        }
        if (load instanceof Load.Open open && !open.steady() && duration.isEmpty()) {
            throw new IllegalArgumentException("stage " + name + " changes its rate, so it needs a duration");
        }
    }

    /** How many requests it plans; nothing where that depends on how fast answers come. */
    public OptionalLong planned() {
        return switch (load) {
            case Load.Open open -> OptionalLong.of(Schedule.of(this, open).count());
            case Load.Closed ignored -> duration.isPresent() ? OptionalLong.empty() : requests;
        };
    }

    /** How long it takes at most, its pause not counted; nothing where that depends on how fast answers come. */
    public Optional<Duration> length() {
        return switch (load) {
            case Load.Open open ->
                Optional.of(Duration.ofNanos(Schedule.of(this, open).length()));
            case Load.Closed ignored -> duration;
        };
    }
}
