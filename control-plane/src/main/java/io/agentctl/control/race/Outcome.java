package io.agentctl.control.race;

/** How an invocation ended. */
public enum Outcome {
    SUCCEEDED("succeeded"),
    FUNCTION_ERROR("the function failed"),
    TIMED_OUT("it ran into the function's time-out"),
    OUT_OF_MEMORY("it ran out of memory"),
    THROTTLED("it was throttled");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** For a reader, as part of a sentence. */
    public String words() {
        return words;
    }

    /** Whether one such end shows that the size cannot be advised: memory and time do not come back by themselves. */
    boolean rulesOutAtOnce() {
        return this == TIMED_OUT || this == OUT_OF_MEMORY;
    }
}
