package io.agentctl.plane.http;

import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;

/**
 * Hears of each answer. Implementations must not block, and must not write what could hold a secret: no query, no
 * header.
 */
public interface AccessLog {

    /** A request was answered. */
    void answered(ServerRequest request, int status, Duration took);

    /** Something happened that should not have. */
    void bug(String path, RuntimeException failure);
}
