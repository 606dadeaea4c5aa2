package io.agentctl.plane.run;

import io.agentctl.control.digest.Sha256;
import java.util.regex.Pattern;

/**
 * Names a run. Who asks twice with one key gets one id, so that the second asking finds the first.
 *
 * @param value {@code run-} and 32 hexadecimal digits
 */
public record RunId(String value) {

    private static final Pattern FORM = Pattern.compile("run-[0-9a-f]{32}");
    private static final int BYTES = 16;

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no id of a run: " + value);
        }
    }

    /** Whether a text could be one. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    /** The id of what a caller asks with a key; another caller's key is another key. */
    public static RunId of(String caller, String key) {
        return new RunId("run-" + Sha256.hex(caller + "\0" + key, BYTES));
    }

    @Override
    public String toString() {
        return value;
    }
}
