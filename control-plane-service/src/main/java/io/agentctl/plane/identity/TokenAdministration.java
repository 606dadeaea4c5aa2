package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tokens made, listed, revoked and recognised. A token is {@code agentctl.NAME.SECRET}: its name finds it, and tools
 * that look for secrets in texts know it by its beginning. Whether somebody may make one is decided elsewhere.
 */
public final class TokenAdministration {

    static final String PREFIX = "agentctl.";

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_CHARACTERS = 200;
    /** Compared with where there is no token of a name, so that both take as long. */
    private static final String NOBODY = Secret.hash("");

    private final Tokens fixed;
    private final Tokens.Changeable changeable;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * Makes it.
     *
     * @param fixed of the configuration; where both have a name, this one counts
     */
    public TokenAdministration(Tokens fixed, Tokens.Changeable changeable, SecureRandom random, InstantSource clock) {
        this.fixed = fixed;
        this.changeable = changeable;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What is told once, and never again.
     *
     * @param token the token itself
     * @param kept what is kept of it
     */
    public record Made(String token, Token kept) {

        @Override
        public String toString() {
            return "Made[token=***, kept=" + kept + "]";
        }
    }

    /**
     * Makes a token.
     *
     * @param valid how long from now, at most 366 days
     * @param by who makes it
     * @throws AgentctlException USAGE for a name or time that cannot be; CONFLICT for a name that there is
     */
    public Made make(String name, Set<Role> roles, Duration valid, Caller by) {
        if (valid.isNegative() || valid.isZero() || valid.compareTo(LONGEST) > 0) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "a token is valid for up to " + LONGEST.toDays() + " days, not " + valid, "");
        }
        if (!Token.NAME.matcher(name).matches()) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "a token's name is 1 to 64 lower-case letters, digits and hyphens", "");
        }
        Instant now = clock.instant();
        String token = PREFIX + name + "." + Secret.random(random);
        Token kept = new Token(name, Secret.hash(token), roles, now.plus(valid), Optional.of(now), by.name());
        if (fixed.find(name).isPresent() || !changeable.add(kept)) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "there is a token " + name + " already",
                    "Choose another name, or revoke that one first.");
        }
        return new Made(token, kept);
    }

    /** All tokens by their names, expired ones among them. */
    public List<Token> list() {
        return Stream.concat(fixed.all().stream(), changeable.all().stream().filter(token -> fixed.find(token.name())
                        .isEmpty()))
                .sorted(Comparator.comparing(Token::name))
                .toList();
    }

    /**
     * Ends a token, and with it the sessions that began with it.
     *
     * @throws AgentctlException NOT_FOUND if there is none of that name; CONFLICT if it stands in a file
     */
    public void revoke(String name) {
        if (fixed.find(name).isPresent()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "the token " + name + " stands in a file of this control plane's configuration",
                    "Take it out there, and start the control plane anew.");
        }
        if (!changeable.remove(name)) {
            throw new AgentctlException(ErrorCode.NOT_FOUND, "there is no token " + name, "");
        }
    }

    /**
     * Whoever has a token.
     *
     * @throws AgentctlException NOT_SIGNED_IN if it is not valid; not saying why, for that helps those who guess
     */
    public Caller caller(String token) {
        Optional<Token> named = name(token).flatMap(this::find);
        boolean right = Secret.same(named.map(Token::sha256).orElse(NOBODY), Secret.hash(token));
        if (!right || named.isEmpty() || named.get().expired(clock.instant())) {
            throw Refusals.badToken();
        }
        return named.get().caller();
    }

    /** Whether a caller who came with a token could still come with it, as the same. */
    boolean stillValid(Caller caller) {
        return find(caller.name().substring(Token.subject("").length()))
                .filter(token -> !token.expired(clock.instant()))
                .map(Token::caller)
                .filter(caller::equals)
                .isPresent();
    }

    private Optional<Token> find(String name) {
        return fixed.find(name).or(() -> changeable.find(name));
    }

    private static Optional<String> name(String token) {
        int end = token.indexOf('.', PREFIX.length());
        if (token.length() > MOST_CHARACTERS || !token.startsWith(PREFIX) || end < 0) {
            return Optional.empty();
        }
        return Optional.of(token.substring(PREFIX.length(), end))
                .filter(name -> Token.NAME.matcher(name).matches());
    }
}
