package io.agentctl.control.publishing;

import java.time.Duration;

/**
 * How runtimes are waited for.
 *
 * @param poll between two looks
 * @param most until it gives up
 * @param settling how long a runtime may have trouble with a generation until that counts
 */
public record Patience(Duration poll, Duration most, Duration settling) {

    /** Runtimes look twice a second and report when they change. */
    public static final Patience USUAL =
            new Patience(Duration.ofMillis(250), Duration.ofMinutes(1), Duration.ofSeconds(3));
}
