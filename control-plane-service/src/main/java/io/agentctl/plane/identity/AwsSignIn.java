package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import java.time.InstantSource;
import java.util.Set;

/** Knows callers by requests that they signed with their AWS credentials. */
public final class AwsSignIn {

    private final StsEndpoints endpoints;
    private final PresignedCheck check;
    private final Nonces nonces;
    private final IdentityService service;
    private final InstantSource clock;

    /**
     * Makes it, and calls nothing.
     *
     * @param audiences what callers name this control plane; empty: nobody can sign in so
     */
    public AwsSignIn(StsEndpoints endpoints, Set<String> audiences, Nonces nonces, InstantSource clock) {
        this(endpoints, audiences, nonces, new HttpSts(), clock);
    }

    AwsSignIn(
            StsEndpoints endpoints,
            Set<String> audiences,
            Nonces nonces,
            IdentityService service,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.check = new PresignedCheck(endpoints, audiences);
        this.nonces = nonces;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Whoever signed. The nonce is noted after AWS has vouched for the signature, so that nobody fills the memory with
     * invented ones; two uses at once both get as far as that, and one of them gets no further.
     *
     * @param proof base64url of a JSON document with {@code method}, {@code url}, {@code headers}
     * @throws AgentctlException NOT_SIGNED_IN for a proof that is forged, expired, foreign or used before; UNREACHABLE
     *     if STS does not answer; THROTTLED if too many sign in at once
     */
    public Caller caller(String proof) {
        PresignedCheck.Checked checked = check.check(PresignedRequest.parse(proof), clock.instant());
        AwsPrincipal principal = principal(service.arn(checked));
        if (!nonces.use(checked.nonce(), checked.until())) {
            throw Refusals.replayed();
        }
        return principal.caller();
    }

    private AwsPrincipal principal(String arn) {
        try {
            AwsPrincipal principal = AwsPrincipal.of(arn);
            if (principal.partition().equals(endpoints.partition().text())) {
                return principal;
            }
            throw Refusals.of("STS names a principal of another partition of AWS", "");
        } catch (IllegalArgumentException ignored) {
            throw Refusals.of("STS names no principal", "");
        }
    }
}
