package io.agentctl.control.alarms.definition;

import java.util.SortedMap;

/** All that CloudWatch keeps of an alarm, its state and history left out. */
public sealed interface AlarmDefinition permits MetricAlarm, CompositeAlarm {

    /** CloudWatch's bound on names (API reference, PutMetricAlarm). */
    int LONGEST_NAME = 255;

    /** CloudWatch's bound on descriptions (API reference, PutMetricAlarm). */
    int LONGEST_DESCRIPTION = 1024;

    /** Unique in an account and region, composite or not; 1 to 255 characters. */
    String name();

    /** Up to 1,024 characters. */
    String description();

    /** What is told when the state changes. */
    AlarmActions actions();

    SortedMap<String, String> tags();

    /** The same with another description. */
    AlarmDefinition described(String description);

    /** The same with other tags. */
    AlarmDefinition tagged(SortedMap<String, String> tags);

    /** The same with other actions. */
    AlarmDefinition acting(AlarmActions actions);
}
