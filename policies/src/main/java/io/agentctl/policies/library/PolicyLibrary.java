package io.agentctl.policies.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policies in {@code policies/library}, which are in the jar as they are in the repository. */
public final class PolicyLibrary {

    /** A jar's folder cannot be listed portably, so the names stand here; a test compares them with the folder. */
    private static final List<String> NAMES = List.of(
            "base-intents",
            "change-hours",
            "cost-cap",
            "data-residency",
            "model-allow-list",
            "payload-size",
            "sensitive-context",
            "tenant-rate",
            "token-cap",
            "tools-allow-list");

    private PolicyLibrary() {}

    /** The names of the policies, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The text of a policy, comments included.
     *
     * @throws IllegalArgumentException if there is no such policy
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("the library has no policy " + name);
        }
        try (InputStream in = PolicyLibrary.class.getResourceAsStream(name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
