package io.agentctl.plane.identity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Tokens of one instance, gone when it stops. */
public final class MemoryTokens implements Tokens.Changeable {

    private final ConcurrentMap<String, Token> tokens = new ConcurrentSkipListMap<>();

    @Override
    public Optional<Token> find(String name) {
        return Optional.ofNullable(tokens.get(name));
    }

    @Override
    public List<Token> all() {
        return List.copyOf(tokens.values());
    }

    @Override
    public boolean add(Token token) {
        return tokens.putIfAbsent(token.name(), token) == null;
    }

    @Override
    public boolean remove(String name) {
        return tokens.remove(name) != null;
    }
}
