package io.agentctl.policies.fact;

/** A request states a fact with a type that it cannot have. */
public final class FactTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * Makes an exception.
     *
     * @param pointer where, as a JSON pointer into the request such as {@code /context/max_tokens}
     * @param message what is there, and what should be
     */
    public FactTypeException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** Where, as a JSON pointer into the request. */
    public String pointer() {
        return pointer;
    }
}
