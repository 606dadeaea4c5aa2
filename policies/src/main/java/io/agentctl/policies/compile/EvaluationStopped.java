package io.agentctl.policies.compile;

/** Cuts an evaluation off. An Error, for CEL's {@code &&} and {@code ||} swallow every exception and go on. */
final class EvaluationStopped extends Error {

    private static final long serialVersionUID = 1L;

    EvaluationStopped(String message) {
        super(message, null, false, false);
    }
}
