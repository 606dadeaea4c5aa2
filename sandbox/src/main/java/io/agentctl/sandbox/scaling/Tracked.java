package io.agentctl.sandbox.scaling;

import java.util.Arrays;
import java.util.Optional;

/** The predefined metrics that policies track, and how soon they act. */
public enum Tracked {
    /** How busy the CPUs of a service are. */
    CPU("ECSServiceAverageCPUUtilization", "ecs", Pace.OF_SERVICES),
    /** How full the memory of a service is. */
    MEMORY("ECSServiceAverageMemoryUtilization", "ecs", Pace.OF_SERVICES),
    /** How much of the read units is used. */
    READ_CAPACITY("DynamoDBReadCapacityUtilization", "dynamodb", Pace.OF_TABLES),
    /** How much of the write units is used. */
    WRITE_CAPACITY("DynamoDBWriteCapacityUtilization", "dynamodb", Pace.OF_TABLES);

    private final String wireName;
    private final String namespace;
    private final Pace pace;

    Tracked(String wireName, String namespace, Pace pace) {
        this.wireName = wireName;
        this.namespace = namespace;
        this.pace = pace;
    }

    /**
     * How soon a policy acts.
     *
     * @param minutesHigh minutes in a row above the target, until it scales out
     * @param minutesLow minutes in a row well below it, until it scales in
     * @param lowShare of the target, below which it is well below
     * @param cooldown seconds, where the policy says none
     */
    record Pace(int minutesHigh, int minutesLow, double lowShare, int cooldown) {
        /** Three minutes, fifteen minutes a tenth below; documentation of the cooldowns in the service model. */
        static final Pace OF_SERVICES = new Pace(3, 15, 0.9, 300);

        /** DynamoDB Developer Guide, "Managing throughput capacity automatically with auto scaling". */
        static final Pace OF_TABLES = new Pace(2, 15, 0.8, 0);
    }

    static Optional<Tracked> parse(String wireName) {
        return Arrays.stream(values())
                .filter(tracked -> tracked.wireName.equals(wireName))
                .findFirst();
    }

    String wireName() {
        return wireName;
    }

    String namespace() {
        return namespace;
    }

    Pace pace() {
        return pace;
    }
}
