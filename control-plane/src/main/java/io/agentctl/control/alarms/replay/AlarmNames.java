package io.agentctl.control.alarms.replay;

/** Alarms are named by their names or ARNs. */
final class AlarmNames {

    private static final String BEFORE_NAME = ":alarm:";

    private AlarmNames() {}

    /** The name; names themselves may have colons, so the first place counts. */
    static String of(String nameOrArn) {
        int place = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(BEFORE_NAME) : -1;
        return place < 0 ? nameOrArn : nameOrArn.substring(place + BEFORE_NAME.length());
    }
}
