package io.agentctl.policies.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a CEL expression that is known to compile into tokens with their places, so that a mutation changes the text
 * that its author wrote. (An unparsed syntax tree would lose layout, comments and macros.)
 */
final class Tokens {

    /** The lexical grammar of CEL: strings with their prefixes before names, long operators before short ones. */
    private static final Pattern TOKEN = Pattern.compile("(?<space>\\s+|//[^\\n]*)"
            + "|(?<string>(?:[rR][bB]?|[bB][rR]?)?(?:\"\"\"|''')|(?:[rR][bB]?|[bB][rR]?)?[\"'])"
            + "|(?<number>0[xX][0-9a-fA-F]+[uU]?|(?:[0-9]+\\.[0-9]+|\\.[0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)?[uU]?)"
            + "|(?<name>[A-Za-z_][A-Za-z_0-9]*|`[^`]*`)"
            + "|(?<operator>&&|\\|\\||[<>=!]=|[-+*/%<>!?:.])"
            + "|(?<open>[(\\[{])|(?<close>[)\\]}])|(?<comma>,)");

    private Tokens() {}

    static List<Token> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("not an expression, at character " + at + ": " + expression);
            }
            int end = matcher.end();
            if (matcher.group("string") != null) {
                end = endOfString(expression, matcher.group("string"), end);
            }
            if (matcher.group("space") == null) {
                tokens.add(new Token(kind(matcher), expression.substring(at, end), at));
            }
            at = end;
        }
        return List.copyOf(tokens);
    }

    private static TokenKind kind(Matcher matcher) {
        for (TokenKind kind : TokenKind.values()) {
            if (matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT)) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("every alternative but space is a kind");
    }

    private static int endOfString(String expression, String opening, int contentStart) {
        boolean raw = opening.chars().anyMatch(character -> character == 'r' || character == 'R');
        String quote = opening.replaceAll("[rRbB]", "");
        int at = contentStart;
        while (at < expression.length() && !expression.startsWith(quote, at)) {
            at += !raw && expression.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + quote.length(), expression.length());
    }
}
