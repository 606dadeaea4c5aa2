package io.agentctl.control.authoring;

import io.agentctl.policies.document.PolicyId;
import java.nio.file.Path;
import java.util.Optional;

/** A policy as a user names it. */
public sealed interface NamedPolicy {

    /** As a user would write it. */
    String text();

    /** A policy file. */
    record OfFile(Path file) implements NamedPolicy {
        @Override
        public String text() {
            return file.toString();
        }
    }

    /** A version in the store; the newest where no number is named. */
    record OfStore(PolicyId policy, Optional<Long> number) implements NamedPolicy {
        @Override
        public String text() {
            return policy + number.map(version -> "@" + version).orElse("");
        }
    }
}
