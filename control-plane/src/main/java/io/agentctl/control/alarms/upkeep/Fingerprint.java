package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.digest.Sha256;
import io.agentctl.control.plan.Change;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stands for what a plan of some alarms starts from: exactly those that it would change. */
final class Fingerprint {

    private static final int BYTES = 12;

    private Fingerprint() {}

    /** @param there the text of the definition that is there, by change */
    static String of(List<Change> changes, Function<Change, String> there) {
        String text = changes.stream()
                .map(change -> change.field() + "\n" + there.apply(change) + "\n")
                .collect(Collectors.joining());
        return "sha256:" + Sha256.hex(text, BYTES);
    }
}
