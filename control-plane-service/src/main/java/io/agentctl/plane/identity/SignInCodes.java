package io.agentctl.plane.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes by which somebody who has proved who they are at a command line signs in with a browser: each is good once, for
 * a minute. Of a code only the hash is kept.
 */
public final class SignInCodes {

    private static final Duration GOOD = Duration.ofSeconds(60);
    private static final Pattern CODE = Pattern.compile("[\\w-]{43}");

    private final SessionStore store;
    private final Nonces nonces;
    private final Duration session;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * Makes it.
     *
     * @param store keeps what codes stand for; no sessions are kept in it
     * @param nonces remembers those that were used
     * @param session how long a session lasts
     */
    public SignInCodes(SessionStore store, Nonces nonces, Duration session, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.nonces = nonces;
        this.session = session;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A code that was just made.
     *
     * @param until when it is no longer good
     */
    public record Made(String code, Instant until) {

        @Override
        public String toString() {
            return "Made[***, " + until + "]";
        }
    }

    /**
     * What a code stands for.
     *
     * @param until when the session that it begins has to end
     */
    public record Redeemed(Caller caller, Instant until) {}

    /**
     * Makes one.
     *
     * @param present the session that the caller has, if they have one: what they begin by the code ends with it
     */
    public Made make(Caller caller, Optional<Session> present) {
        Instant now = clock.instant();
        String code = Secret.random(random);
        Instant end = present.map(Session::expiresAt).orElseGet(() -> now.plus(session));
        store.add(Secret.hash(code), new Session(caller, now, end));
        return new Made(code, now.plus(GOOD));
    }

    /**
     * Uses one.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_SIGNED_IN if it is none, was used or is too old
     */
    public Redeemed redeem(String code) {
        String hash = Secret.hash(code);
        Session made = Optional.of(code)
                .filter(text -> CODE.matcher(text).matches())
                .flatMap(text -> store.find(hash))
                .filter(kept -> clock.instant().isBefore(kept.since().plus(GOOD)))
                .orElseThrow(Refusals::badCode);
        if (!nonces.use(hash, made.since().plus(GOOD))) {
            throw Refusals.badCode();
        }
        store.remove(hash);
        return new Redeemed(made.caller(), made.expiresAt());
    }
}
