package io.agentctl.control.settings;

import java.util.Arrays;
import java.util.Locale;

/** Where results of loads are kept. */
public enum HistoryKind {
    /** In a folder beside the project file. */
    FOLDER,
    /** In the project's table in DynamoDB, which a team shares. */
    TABLE;

    static HistoryKind parse(String text) {
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
