package io.agentctl.sandbox.world;

import java.util.List;

/**
 * An SNS topic as it is written down.
 *
 * @param name its name
 * @param queues the names of the queues that are subscribed
 */
record TopicDocument(String name, List<String> queues) {
    /** Fills in defaults and validates. */
    TopicDocument {
        if (name == null || !name.matches("[a-zA-Z0-9_-]{1,256}")) {
            throw new IllegalArgumentException("a topic needs a name of up to 256 letters, digits, - and _");
        }
        queues = queues == null ? List.of() : List.copyOf(queues);
    }
}
