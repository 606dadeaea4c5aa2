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

    /** How soon a policy acts. */
    enum Pace {
        /** Three minutes, fifteen minutes a tenth below; documentation of the cooldowns in the service model. */
        OF_SERVICES(3, 15, 0.9, 300),
        /** DynamoDB Developer Guide, "Managing throughput capacity automatically with auto scaling". */
        OF_TABLES(2, 15, 0.8, 0);

        private final int minutesHigh;
        private final int minutesLow;
        private final double lowShare;
        private final int cooldown;

        Pace(int minutesHigh, int minutesLow, double lowShare, int cooldown) {
            this.minutesHigh = minutesHigh;
            this.minutesLow = minutesLow;
            this.lowShare = lowShare;
            this.cooldown = cooldown;
        }

        /** Minutes in a row above the target, until it scales out. */
        int minutesHigh() {
            return minutesHigh;
        }

        /** Minutes in a row well below it, until it scales in. */
        int minutesLow() {
            return minutesLow;
        }

        /** Of the target, below which it is well below. */
        double lowShare() {
            return lowShare;
        }

        /** Seconds, where the policy says none. */
        int cooldown() {
            return cooldown;
        }
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
