package io.agentctl.policies.serving;

/** A request that cannot be understood; nothing was dispatched. */
public final class MalformedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * Makes an exception, without a stack trace: whoever sends rubbish shall not cost more than others.
     *
     * @param pointer where, as a JSON pointer into the body; empty for all of it
     */
    public MalformedRequestException(String pointer, String message) {
        super(message, null, false, false);
        this.pointer = pointer;
    }

    /** Where, as a JSON pointer into the body. */
    public String pointer() {
        return pointer;
    }
}
