package io.agentctl.control.journal;

/**
 * Who is at work on an operation.
 *
 * @param user the operating system's user name, or the caller's identity in a service
 * @param host the host's name
 * @param pid the process id on that host
 */
public record Owner(String user, String host, long pid) {

    /** For example {@code alice@laptop (pid 4711)}. */
    @Override
    public String toString() {
        return user + "@" + host + " (pid " + pid + ")";
    }
}
