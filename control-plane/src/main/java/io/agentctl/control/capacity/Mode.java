package io.agentctl.control.capacity;

import java.util.Arrays;

/** How a table's reads and writes are paid for; its indexes' too. */
public enum Mode {
    ON_DEMAND("on-demand"),
    PROVISIONED("provisioned");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Mode parse(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.word.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a mode is on-demand or provisioned, not " + text));
    }

    @Override
    public String toString() {
        return word;
    }
}
