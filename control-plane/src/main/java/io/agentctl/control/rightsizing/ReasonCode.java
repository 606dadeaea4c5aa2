package io.agentctl.control.rightsizing;

/** Reasons for a finding; a {@link Reason} adds a sentence with the figures. */
public enum ReasonCode {
    NOT_FARGATE("the task has no size that Fargate has"),
    NO_DATA("nothing was measured"),
    TOO_SHORT("less than 24 hours were measured"),
    TOO_FEW_POINTS("fewer than 300 points were measured"),
    NO_TASKS("no task runs"),
    RESIZE_UNRESOLVED("the task size changed and it is not known when"),
    CPU_CENSORED("CPU stood at its limit, so the need is not known and may be more"),
    CPU_OVER_BUDGET("CPU is above its budget for more minutes than are accepted"),
    CPU_PEAK("the CPU peak with headroom does not fit"),
    CPU_IDLE("CPU is paid for and never used"),
    MEMORY_OVER_BUDGET("memory is above its budget"),
    MEMORY_IDLE("memory is paid for and never used"),
    MEMORY_UNKNOWN("memory was not measured, so it is not reduced"),
    GROWTH("demand grows, and the advice covers what is to come"),
    LEVEL_SHIFT("demand moved to another level, and the advice covers the recent one"),
    DAILY_RHYTHM("demand has a daily rhythm"),
    WEEKLY_RHYTHM("demand has a weekly rhythm"),
    WEEK_NOT_SEEN("no whole week was measured, so a weekly peak may be missing"),
    TASK_FLOOR("the least number of tasks decides"),
    TASK_CEILING("the most tasks allowed cannot carry the demand with the size in force"),
    TRACKING("target tracking moves the count, so size and count were chosen together"),
    SAVING_TOO_SMALL("a cheaper size exists, but the saving does not repay a rollout"),
    BURST_LEFT_OUT("one burst that did not come back may run at half speed"),
    WALK_FORWARD_THROTTLED("walked through the history, the same method would have throttled"),
    FITS("the size in force is the cheapest that fits"),
    NOTHING_FITS("no Fargate size carries the demand within the bounds");

    private final String sentence;

    ReasonCode(String sentence) {
        this.sentence = sentence;
    }

    /** What the code means, a clause without figures. */
    public String sentence() {
        return sentence;
    }
}
