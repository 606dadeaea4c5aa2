package io.agentctl.plane.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tokens of a file. */
public final class FixedTokens implements Tokens {

    private final Map<String, Token> tokens;

    public FixedTokens(Collection<Token> tokens) {
        this.tokens = tokens.stream().collect(Collectors.toUnmodifiableMap(Token::name, Function.identity()));
    }

    @Override
    public Optional<Token> find(String name) {
        return Optional.ofNullable(tokens.get(name));
    }

    @Override
    public List<Token> all() {
        return tokens.values().stream()
                .sorted(Comparator.comparing(Token::name))
                .toList();
    }
}
