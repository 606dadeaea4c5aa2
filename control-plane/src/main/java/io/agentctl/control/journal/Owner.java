package io.agentctl.control.journal;

import java.time.Instant;

/**
 * Who is at work on an operation.
 *
 * @param user the operating system's user name, or the caller's identity in a service
 * @param host the host's name
 * @param pid the process id on that host
 * @param machine tells this boot of this machine (or container) from every other; empty where that cannot be known, and
 *     then the pid proves nothing
 * @param bornAt when the process started, since pids are used again
 */
public record Owner(String user, String host, long pid, String machine, Instant bornAt) {

    /** For example {@code alice@laptop (pid 4711)}. */
    @Override
    public String toString() {
        return user + "@" + host + " (pid " + pid + ")";
    }
}
