package io.agentctl.policies.compile;

/** An expression could not be evaluated; the message says why, in the terms of who wrote it. */
public final class EvaluationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean indeterminate;

    /** Makes an exception, without a stack trace: it is a value that travels a short way. */
    EvaluationException(String message, boolean indeterminate) {
        super(message, null, false, false);
        this.indeterminate = indeterminate;
    }

    /** Whether it failed because a fact is masked: with the fact there might have been a value. */
    public boolean indeterminate() {
        return indeterminate;
    }
}
