package io.agentctl.control.lambda;

import io.agentctl.control.journal.OperationId;

/**
 * By what an operation knows again what it made, and nothing else: descriptions and names that carry its id and the
 * size.
 */
final class Marks {

    private Marks() {}

    /** The description of {@code $LATEST} while it has a sweep's size. */
    static String latest(OperationId operation, Variant variant) {
        return prefix(operation) + " at " + variant;
    }

    /** True for a description that {@link #latest} gave. */
    static boolean latest(OperationId operation, String description) {
        return description.startsWith(prefix(operation) + " at ");
    }

    /**
     * The description of a version that an operation published: another than that of {@code $LATEST}, which others
     * inherit.
     */
    static String version(OperationId operation, Variant variant) {
        return prefix(operation) + ", version at " + variant;
    }

    /** True for a description that {@link #version} gave. */
    static boolean version(OperationId operation, String description) {
        return description.startsWith(prefix(operation) + ", version at ");
    }

    /** The alias by which a sweep's version is invoked. */
    static String alias(OperationId operation, Variant variant) {
        return aliases(operation) + variant;
    }

    /** How the names of an operation's aliases begin. */
    static String aliases(OperationId operation) {
        return "agentctl-" + operation.value().substring("op-".length()) + "-";
    }

    private static String prefix(OperationId operation) {
        return "agentctl " + operation;
    }
}
