package io.agentctl.control.alarms.upkeep;

/** Rules name alarms by their names or ARNs. */
final class AlarmArns {

    private static final String BEFORE_NAME = ":alarm:";

    private AlarmArns() {}

    /** The name; names may have colons themselves, so the first place counts. */
    static String name(String nameOrArn) {
        int place = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(BEFORE_NAME) : -1;
        return place < 0 ? nameOrArn : nameOrArn.substring(place + BEFORE_NAME.length());
    }
}
