package io.agentctl.plane.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(caller.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
            return new RunId("run-" + HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
