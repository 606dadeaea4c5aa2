package io.agentctl.control.settings;

import java.util.Arrays;
import java.util.Locale;

/** Where operations are journalled. */
public enum JournalKind {
    /** In DynamoDB if the project's table exists, else in files. */
    AUTO,
    FILE,
    DYNAMODB;

    static JournalKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
