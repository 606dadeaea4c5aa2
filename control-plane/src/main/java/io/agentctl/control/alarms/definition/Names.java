package io.agentctl.control.alarms.definition;

/** What CloudWatch takes for names and descriptions. */
final class Names {

    private Names() {}

    static void require(String name, String description) {
        if (name.isBlank() || name.length() > AlarmDefinition.LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "an alarm's name has 1 to " + AlarmDefinition.LONGEST_NAME + " characters: '" + name + "'");
        }
        if (description.length() > AlarmDefinition.LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(name + ": a description has up to " + AlarmDefinition.LONGEST_DESCRIPTION
                    + " characters, this has " + description.length());
        }
    }
}
