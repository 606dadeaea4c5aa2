package io.agentctl.control.performance.history;

import io.agentctl.control.performance.LoadResult;
import java.util.Locale;

/** What a result is called in a history: when it began and what it ran, so that names in order are in order of time. */
public final class ResultName {

    private static final int DIGITS_OF_DIGEST = 8;
    private static final int MOST_OF_NAME = 40;

    private ResultName() {}

    /** The name of a result. */
    public static String of(LoadResult result) {
        String time = result.started().toString().replace(':', '-');
        String scenario = result.scenario()
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String digest = result.scenario().digest().replaceAll("^sha256:|[^A-Za-z0-9]", "");
        return time + "-" + scenario.substring(0, Math.min(MOST_OF_NAME, scenario.length())) + "-"
                + digest.substring(0, Math.min(DIGITS_OF_DIGEST, digest.length()));
    }
}
