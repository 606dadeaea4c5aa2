package io.agentctl.control.remote.team;

/**
 * A token that was just made.
 *
 * @param token the secret, told this once
 */
public record MadeToken(String token, Token made) {

    @Override
    public String toString() {
        return "MadeToken[***, " + made + "]";
    }
}
