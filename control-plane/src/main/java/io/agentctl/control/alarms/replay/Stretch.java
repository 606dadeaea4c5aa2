package io.agentctl.control.alarms.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A time from one minute to before another. */
public record Stretch(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
    }

    /** How long all of them are. */
    public static Duration total(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }
}
