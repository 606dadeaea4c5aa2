package io.agentctl.control.overview;

import java.time.Duration;

/** What a dashboard reads by itself, and how often it may. */
public enum Part {
    /** Whether AWS answers, and to whom: one small call, so that its end is noticed soon. */
    ACCOUNT(Duration.ofSeconds(5)),
    /** One batch of metrics; no oftener than their period, for until then there is nothing new. */
    CURVES(Duration.ofMinutes(1)),
    /** ECS takes about 20 reads a second, for ten services each. */
    SERVICES(Duration.ofSeconds(30)),
    FUNCTIONS(Duration.ofMinutes(5)),
    TABLES(Duration.ofMinutes(1)),
    /** Reads weeks of metrics. */
    OBJECTIVES(Duration.ofMinutes(5)),
    /** DescribeAlarms takes nine calls a second of a whole account. */
    ALARMS(Duration.ofSeconds(30)),
    WINDOWS(Duration.ofMinutes(1)),
    POLICIES(Duration.ofSeconds(30)),
    OPERATIONS(Duration.ofSeconds(10));

    private final Duration pace;

    Part(Duration pace) {
        this.pace = pace;
    }

    /** How long what was read of it is good enough. */
    public Duration pace(Range range) {
        return this == CURVES ? range.period() : pace;
    }
}
