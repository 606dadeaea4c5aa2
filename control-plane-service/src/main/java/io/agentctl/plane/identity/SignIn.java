package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import java.util.Optional;

/** Every way to know a caller. An Authorization header counts before a cookie; no caller is known without either. */
public final class SignIn {

    /** The scheme of presigned requests. */
    public static final String AWS = "AWS-STS";

    /** The scheme of tokens that are handed out. */
    public static final String BEARER = "Bearer";

    /** The scheme of sessions, for programs. */
    public static final String SESSION = "Session";

    private final AwsSignIn aws;
    private final TokenAdministration tokens;
    private final Sessions sessions;
    private final SessionCookie cookie;

    public SignIn(AwsSignIn aws, TokenAdministration tokens, Sessions sessions, SessionCookie cookie) {
        this.aws = aws;
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /**
     * Whoever shows a proof.
     *
     * @throws AgentctlException NOT_SIGNED_IN if it proves nothing; NOT_ALLOWED for a cookie's change from another site
     */
    public Caller caller(Proof proof) {
        if (proof.authorization().isPresent()) {
            return byHeader(proof.authorization().get());
        }
        String secret = proof.cookie().flatMap(cookie::secret).orElseThrow(SignIn::nothing);
        Session session = sessions.find(secret);
        proof.site().require(secret);
        return session.caller();
    }

    /** The secret of the session that a request shows, if it shows one. */
    public Optional<String> session(Proof proof) {
        return proof.authorization().isPresent()
                ? proof.authorization()
                        .filter(header -> scheme(header).equalsIgnoreCase(SESSION))
                        .map(SignIn::rest)
                : proof.cookie().flatMap(cookie::secret);
    }

    private Caller byHeader(String header) {
        String scheme = scheme(header);
        if (scheme.equalsIgnoreCase(AWS)) {
            return aws.caller(rest(header));
        }
        if (scheme.equalsIgnoreCase(BEARER)) {
            return tokens.caller(rest(header));
        }
        if (scheme.equalsIgnoreCase(SESSION)) {
            return sessions.find(rest(header)).caller();
        }
        throw nothing();
    }

    private static String scheme(String header) {
        int space = header.indexOf(' ');
        return space < 0 ? header : header.substring(0, space);
    }

    private static String rest(String header) {
        return header.substring(Math.min(header.length(), scheme(header).length() + 1))
                .trim();
    }

    private static AgentctlException nothing() {
        return Refusals.of(
                "nobody is signed in",
                "Show an AWS identity (" + AWS + "), a token (" + BEARER + ") or a session (" + SESSION
                        + ") in the Authorization header.");
    }
}
