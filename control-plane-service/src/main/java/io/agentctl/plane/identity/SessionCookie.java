package io.agentctl.plane.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of a session: no script reads it, no other site's request carries it, and but on loopback no plain
 * connection does.
 *
 * @param encrypted whether browsers reach this control plane by HTTPS
 */
public record SessionCookie(boolean encrypted) {

    /** The text of a Set-Cookie header. */
    public String set(String secret, Duration length) {
        return name() + "=" + secret + "; Path=/; Max-Age=" + length.toSeconds() + attributes();
    }

    /** The text of a Set-Cookie header that takes it away. */
    public String clear() {
        return name() + "=; Path=/; Max-Age=0" + attributes();
    }

    /** The secret in a Cookie header. With two of that name somebody else has set one, and neither counts. */
    public Optional<String> secret(String header) {
        String[] parts = header.split(";", -1);
        String start = name() + "=";
        Optional<String> found = Optional.empty();
        for (String part : parts) {
            String cookie = part.trim();
            if (cookie.startsWith(start)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(cookie.substring(start.length()));
            }
        }
        return found.filter(secret -> !secret.isEmpty());
    }

    /** Browsers take a cookie of the first name from nobody but this very host, and over HTTPS. */
    private String name() {
        return encrypted ? "__Host-agentctl" : "agentctl";
    }

    private String attributes() {
        return "; HttpOnly; SameSite=Strict" + (encrypted ? "; Secure" : "");
    }
}
