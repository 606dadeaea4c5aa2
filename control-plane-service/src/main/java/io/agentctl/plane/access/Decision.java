package io.agentctl.plane.access;

/**
 * Whether somebody may.
 *
 * @param allowed true if so
 * @param reason which grant allows it, or what is lacking; a sentence
 */
public record Decision(boolean allowed, String reason) {

    static Decision allow(String reason) {
        return new Decision(true, reason);
    }

    static Decision deny(String reason) {
        return new Decision(false, reason);
    }
}
