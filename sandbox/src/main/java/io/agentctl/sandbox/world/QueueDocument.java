package io.agentctl.sandbox.world;

import java.util.Map;

/**
 * An SQS queue as it is written down.
 *
 * @param name its name
 * @param attributes as {@code CreateQueue} spells them
 */
record QueueDocument(String name, Map<String, String> attributes) {
    /** Fills in defaults and validates. */
    QueueDocument {
        if (name == null || !name.matches("[a-zA-Z0-9_-]{1,80}")) {
            throw new IllegalArgumentException("a queue needs a name of up to 80 letters, digits, - and _");
        }
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
}
