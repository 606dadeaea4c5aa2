package io.agentctl.policies.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Every single change to an expression that a good set of cases notices, in the order of the text. Some give an
 * expression that does not compile (a negated text, say); whoever compiles them leaves those out.
 */
final class ExpressionEdits {

    /** First the edge is moved, then the comparison is turned round. */
    private static final Map<String, List<String>> COMPARISONS = Map.of(
            ">", List.of(">=", "<="),
            ">=", List.of(">", "<"),
            "<", List.of("<=", ">="),
            "<=", List.of("<", ">"),
            "==", List.of("!="),
            "!=", List.of("=="));

    private ExpressionEdits() {}

    static List<Edit> of(String expression) {
        List<Token> tokens = Tokens.of(expression);
        List<Edit> edits = new ArrayList<>();
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (token.kind() == TokenKind.NUMBER) {
                edits.addAll(movedNumbers(token));
            } else if (token.kind() == TokenKind.OPERATOR) {
                edits.addAll(changedOperator(token));
            }
        }
        Operands.of(tokens).stream()
                .filter(operand -> operand.stream().noneMatch(ExpressionEdits::isComparisonOrNot))
                .forEach(operand -> edits.add(negated(expression, operand)));
        edits.sort(Comparator.comparingInt(Edit::start));
        return List.copyOf(edits);
    }

    private static List<Edit> changedOperator(Token token) {
        return switch (token.text()) {
            case "&&" ->
                List.of(edit(Mutation.CONNECTIVE, token, "||", "a case in which one side is true and the other false"));
            case "||" ->
                List.of(edit(Mutation.CONNECTIVE, token, "&&", "a case in which one side is true and the other false"));
            case "!" -> List.of(edit(Mutation.NEGATION, token, "", "a case in which what is negated decides alone"));
            default -> changedComparison(token);
        };
    }

    private static List<Edit> changedComparison(Token token) {
        List<Edit> edits = new ArrayList<>();
        List<String> others = COMPARISONS.getOrDefault(token.text(), List.of());
        for (int index = 0; index < others.size(); index++) {
            boolean edge = others.size() > 1 && index == 0;
            edits.add(edit(
                    Mutation.COMPARISON,
                    token,
                    others.get(index),
                    edge ? "a case in which both sides are equal" : "a case on either side of the comparison"));
        }
        return edits;
    }

    private static List<Edit> movedNumbers(Token token) {
        return MovedNumber.of(token.text()).stream()
                .map(moved ->
                        edit(Mutation.THRESHOLD, token, moved, "a case at " + token.text() + ", and one next to it"))
                .toList();
    }

    private static Edit negated(String expression, List<Token> operand) {
        int start = operand.getFirst().start();
        int end = operand.getLast().end();
        String replacement = "!(" + expression.substring(start, end) + ")";
        return new Edit(Mutation.NEGATION, start, end, replacement, "a case in which this decides alone");
    }

    /** A comparison has a negation of its own, and a negation is taken away where it stands. */
    private static boolean isComparisonOrNot(Token token) {
        return token.is("!") || (token.kind() == TokenKind.OPERATOR && COMPARISONS.containsKey(token.text()));
    }

    private static Edit edit(Mutation mutation, Token token, String replacement, String hint) {
        return new Edit(mutation, token.start(), token.end(), replacement, hint);
    }
}
