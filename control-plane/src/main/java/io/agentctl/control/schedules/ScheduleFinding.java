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

    private static final String APPROVAL = "approval of ";

    public ScheduleFinding {
        if (what.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a finding has a name and a text");
        }
    }

    /**
     * That what was begun waits for a second person.
     *
     * @param run what waits
     * @param what it waits for, in words
     */
    public static ScheduleFinding waiting(String run, String what) {
        return new ScheduleFinding(
                APPROVAL + run,
                "is asked for, and nothing is done before: it waits for " + what,
                "agentctl ops approvals approve " + run);
    }

    /** Whether it is that what was begun waits for a second person. */
    boolean waits() {
        return what.startsWith(APPROVAL);
    }
}
