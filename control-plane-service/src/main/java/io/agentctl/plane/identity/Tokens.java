package io.agentctl.plane.identity;

import java.util.List;
import java.util.Optional;

/** The tokens that are known. */
public interface Tokens {

    /** A token by its name, expired or not. */
    Optional<Token> find(String name);

    /** All of them, by their names. */
    List<Token> all();

    /** Tokens that can be made and revoked. */
    interface Changeable extends Tokens {

        /** Adds a token; false if there is one of that name. */
        boolean add(Token token);

        /** Takes one away; false if there is none of that name. */
        boolean remove(String name);
    }
}
