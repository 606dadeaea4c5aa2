package io.agentctl.control.remote.team;

import java.util.List;

/** All tokens, by their names. */
public record Tokens(List<Token> tokens) {

    public Tokens {
        tokens = List.copyOf(tokens);
    }
}
