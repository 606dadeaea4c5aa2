package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What follows a sign-in, so that STS is asked once and not for every request. Of a session's secret only the hash is
 * kept. A browser shows the secret as a cookie, and with every change a second text that follows from it, which a page
 * of another site cannot read; programs show it in a header.
 */
public final class Sessions {

    private static final Pattern SECRET = Pattern.compile("[\\w-]{43}");
    private static final String CROSS_SITE = "cross-site:";

    private final SessionStore store;
    private final TokenAdministration tokens;
    private final Duration length;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * Makes it.
     *
     * @param tokens a session that began with a token ends with it
     * @param length how long a session lasts
     */
    public Sessions(
            SessionStore store, TokenAdministration tokens, Duration length, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.length = length;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A session that has just begun.
     *
     * @param secret what is shown for it
     * @param crossSite what a browser shows beside its cookie
     */
    public record Opened(String secret, String crossSite, Session session) {

        @Override
        public String toString() {
            return "Opened[***, " + session + "]";
        }
    }

    /** Begins a session for somebody who has just proved who they are. */
    public Opened open(Caller caller) {
        return open(caller, Instant.MAX);
    }

    /** The same, for a session that ends at a time or sooner. */
    public Opened open(Caller caller, Instant latest) {
        Instant now = clock.instant();
        Instant end = now.plus(length);
        String secret = Secret.random(random);
        Session session = new Session(caller, now, latest.isBefore(end) ? latest : end);
        store.add(Secret.hash(secret), session);
        return new Opened(secret, crossSite(secret), session);
    }

    /**
     * The session of a secret.
     *
     * @throws AgentctlException NOT_SIGNED_IN if there is none, or it is over
     */
    public Session find(String secret) {
        return Optional.of(secret)
                .filter(text -> SECRET.matcher(text).matches())
                .flatMap(text -> store.find(Secret.hash(text)))
                .filter(session -> clock.instant().isBefore(session.expiresAt()))
                .filter(session -> switch (session.caller().kind()) {
                    case AWS, LOCAL -> true;
                    case TOKEN -> tokens.stillValid(session.caller());
                    case SCHEDULE -> false;
                })
                .orElseThrow(Refusals::noSession);
    }

    /** Ends a session, if there is one. */
    public void close(String secret) {
        store.remove(Secret.hash(secret));
    }

    /** The text that only pages of this control plane can know beside the cookie. */
    public static String crossSite(String secret) {
        return Secret.hash(CROSS_SITE + secret);
    }
}
