package io.agentctl.policies.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what {@code &&}, {@code ||} and {@code ?:} connect, at every depth of brackets: {@code has(x)} and {@code f(y)}
 * in {@code has(x) && (f(y) || g)}.
 */
final class Operands {

    private Operands() {}

    static List<List<Token>> of(List<Token> tokens) {
        List<List<Token>> operands = new ArrayList<>();
        collect(tokens, false, operands);
        return operands;
    }

    private static void collect(List<Token> tokens, boolean arguments, List<List<Token>> operands) {
        int depth = 0;
        int start = 0;
        for (int index = 0; index <= tokens.size(); index++) {
            boolean end = index == tokens.size() || (depth == 0 && separates(tokens.get(index)));
            if (end) {
                operand(tokens.subList(start, index), arguments, operands);
                start = index + 1;
            } else if (tokens.get(index).kind() == TokenKind.OPEN) {
                depth++;
            } else if (tokens.get(index).kind() == TokenKind.CLOSE) {
                depth--;
            }
        }
    }

    private static void operand(List<Token> tokens, boolean argument, List<List<Token>> operands) {
        if (tokens.isEmpty()) {
            return;
        }
        boolean grouped = isGroup(tokens);
        // A number, text or path among the arguments of a function is hardly ever a condition.
        if (!grouped && !(argument && tokens.stream().allMatch(Operands::isPartOfPath))) {
            operands.add(List.copyOf(tokens));
        }
        int at = 0;
        while (at < tokens.size()) {
            if (tokens.get(at).kind() == TokenKind.OPEN) {
                int close = close(tokens, at);
                boolean call = !tokens.get(at).text().equals("(")
                        || (at > 0 && tokens.get(at - 1).kind() == TokenKind.NAME);
                collect(tokens.subList(at + 1, close), call, operands);
                at = close;
            }
            at++;
        }
    }

    private static boolean isPartOfPath(Token token) {
        return (token.kind() == TokenKind.NAME && !token.text().equals("in"))
                || token.kind() == TokenKind.NUMBER
                || token.kind() == TokenKind.STRING
                || token.is(".");
    }

    private static boolean isGroup(List<Token> tokens) {
        return tokens.getFirst().text().equals("(") && close(tokens, 0) == tokens.size() - 1;
    }

    private static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int index = open; index < tokens.size(); index++) {
            if (tokens.get(index).kind() == TokenKind.OPEN) {
                depth++;
            } else if (tokens.get(index).kind() == TokenKind.CLOSE && --depth == 0) {
                return index;
            }
        }
        throw new IllegalArgumentException("brackets of an expression that compiles are balanced");
    }

    private static boolean separates(Token token) {
        return token.is("&&") || token.is("||") || token.is("?") || token.is(":") || token.kind() == TokenKind.COMMA;
    }
}
