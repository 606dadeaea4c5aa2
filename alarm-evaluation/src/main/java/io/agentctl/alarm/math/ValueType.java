package io.agentctl.alarm.math;

/** What kind of thing a part of an expression is, as the guide abbreviates it. */
enum ValueType {
    /** S. */
    NUMBER("a number"),
    /** TS. */
    SERIES("a time series"),
    /** TS[]. */
    SEVERAL("an array of time series"),
    WORD("a word");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
