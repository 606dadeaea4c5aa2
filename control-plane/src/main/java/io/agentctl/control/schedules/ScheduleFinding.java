package io.agentctl.control.schedules;

/**
 * Something that is not as it should be.
 *
 * @param what names it, the same each time that it is found, such as {@code alarm acme-latency}
 * @param text what about it; one sentence or a few
 * @param next what to do
 */
public record ScheduleFinding(String what, String text, String next) {

    /** The name of the finding that a schedule does not do its work. */
    public static final String OWN = "schedule";

    public ScheduleFinding {
        if (what.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a finding has a name and a text");
        }
    }
}
