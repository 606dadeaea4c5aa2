package io.agentctl.alarm.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of an expression into tokens. */
final class Lexer {

    private static final Pattern NUMBER = Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern SYMBOL = Pattern.compile("==|!=|<=|>=|&&|\\|\\||[-+*/^<>(),\\[\\]]");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");

    private Lexer() {}

    enum Kind {
        NUMBER,
        WORD,
        SYMBOL,
        TEXT,
        END
    }

    /** A token with its column, from 1. */
    record Token(Kind kind, String text, int column) {}

    static List<Token> tokens(String source) throws ExpressionException {
        List<Token> tokens = new ArrayList<>();
        int position = 0;
        while (position < source.length()) {
            if (Character.isWhitespace(source.charAt(position))) {
                position++;
                continue;
            }
            Token token = next(source, position);
            tokens.add(token);
            position += token.text().length();
        }
        tokens.add(new Token(Kind.END, "", source.length() + 1));
        return tokens;
    }

    private static Token next(String source, int position) throws ExpressionException {
        Optional<Token> token = match(NUMBER, Kind.NUMBER, source, position)
                .or(() -> match(WORD, Kind.WORD, source, position))
                .or(() -> match(TEXT, Kind.TEXT, source, position))
                .or(() -> match(SYMBOL, Kind.SYMBOL, source, position));
        if (token.isPresent()) {
            return token.get();
        }
        char found = source.charAt(position);
        if (found == '\'' || found == '"') {
            throw new ExpressionException(position + 1, "the text that begins here does not end");
        }
        throw new ExpressionException(position + 1, "'" + found + "' has no meaning in metric math");
    }

    private static Optional<Token> match(Pattern pattern, Kind kind, String source, int position) {
        Matcher matcher = pattern.matcher(source).region(position, source.length());
        return matcher.lookingAt() ? Optional.of(new Token(kind, matcher.group(), position + 1)) : Optional.empty();
    }
}
