package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.plan.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Stands for what a plan of some alarms starts from: exactly those that it would change. */
final class Fingerprint {

    private static final int BYTES = 12;

    private Fingerprint() {}

    /** @param there the text of the definition that is there, by change */
    static String of(List<Change> changes, Function<Change, String> there) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Change change : changes) {
                digest.update((change.field() + "\n" + there.apply(change) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
