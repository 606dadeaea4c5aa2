package io.agentctl.control.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which runtime to talk to, and how.
 *
 * @param url where it answers
 * @param token a bearer token, where it wants one; never printed
 * @param timeout how long one answer may take
 */
public record RuntimeAddress(URI url, Optional<String> token, Duration timeout) {

    /** Where a runtime answers that was started on this machine without being told otherwise. */
    public static final URI DEFAULT_URL = URI.create("http://127.0.0.1:8080");

    RuntimeGateway gateway() {
        return new RuntimeGateway(url, token, timeout);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
