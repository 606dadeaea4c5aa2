package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;

/** Why a proof is not taken. No message repeats what was sent: it may be somebody's secret. */
final class Refusals {

    private Refusals() {}

    static AgentctlException of(String what, String advice) {
        return new AgentctlException(ErrorCode.NOT_SIGNED_IN, what, advice);
    }

    static AgentctlException malformed(String what) {
        return of("the presigned request is not one that agentctl makes: " + what, "Is the client of another version?");
    }

    static AgentctlException foreign() {
        return of(
                "the presigned request was signed for another control plane",
                "The URL of the context must be one of this control plane's audiences.");
    }

    static AgentctlException expired() {
        return of("the presigned request has expired", "Sign anew; if that does not help, compare the two clocks.");
    }

    static AgentctlException replayed() {
        return of("the presigned request was used before", "Each is good for one use: sign anew.");
    }

    static AgentctlException badToken() {
        return of("the bearer token is not valid here", "It may be mistyped, expired or revoked; ask an admin.");
    }

    static AgentctlException noSession() {
        return of("the session is over", "Sign in again.");
    }

    static AgentctlException badCode() {
        return of(
                "this link is not good: each signs in once, within a minute", "Ask agentctl console for another one.");
    }

    static AgentctlException busy(String what) {
        return new AgentctlException(ErrorCode.THROTTLED, what, "Try again in a few seconds.");
    }
}
