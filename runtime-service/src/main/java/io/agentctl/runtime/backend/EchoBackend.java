package io.agentctl.runtime.backend;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Answers with the request's own context, byte for byte: for trying things out, and for measuring what all else costs.
 */
public final class EchoBackend implements Backend {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final String name;

    /**
     * Makes a back end.
     *
     * @param name as the configuration calls it
     */
    public EchoBackend(String name) {
        this.name = name;
    }

    @Override
    public BackendAnswer call(BackendCall call) {
        Span context = call.context();
        byte[] echo =
                context.isEmpty() ? NULL.clone() : Arrays.copyOfRange(call.body(), context.start(), context.end());
        return new BackendAnswer(echo, 1);
    }

    @Override
    public BackendHealth health() {
        return new BackendHealth(name, BackendHealth.Circuit.CLOSED, 0, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
