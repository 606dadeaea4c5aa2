package io.agentctl.runtime.configuration;

/** The configuration cannot be used; the message starts with {@code file:line:column}. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception. */
    public ConfigurationException(String message) {
        super(message);
    }
}
