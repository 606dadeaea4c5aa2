package io.agentctl.policies.compile;

/** A request does not have a fact that an expression reads, or it is masked. */
final class MissingFactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingFactException(String message) {
        super(message, null, false, false);
    }
}
