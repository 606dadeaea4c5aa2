package io.agentctl.alarm.math;

import io.agentctl.alarm.math.Lexer.Kind;
import io.agentctl.alarm.math.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads metric math (CloudWatch User Guide, "Using math expressions with CloudWatch metrics"). The operators bind as
 * they do there: power, sign, multiplication, addition, comparison, AND, OR; those of one rank from the left.
 */
public final class ExpressionParser {

    /** How deep parentheses and calls may go: far beyond use, far below what a stack holds. */
    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private int position;
    private int depth;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException with the column of the first fault
     */
    public static Expression parse(String source) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(Lexer.tokens(source));
        Expression expression = parser.operation(1);
        Token rest = parser.peek();
        if (rest.kind() != Kind.END) {
            throw new ExpressionException(
                    rest.column(), "expected an operator or the end, found '" + rest.text() + "'");
        }
        return expression;
    }

    private Expression operation(int weakest) throws ExpressionException {
        Expression left = sign();
        while (true) {
            Token token = peek();
            Optional<Operator> operator = operator(token);
            if (operator.isEmpty() || operator.get().binding() < weakest) {
                return left;
            }
            position++;
            Expression right = operation(operator.get().binding() + 1);
            left = new Expression.Operation(operator.get(), left, right, token.column());
        }
    }

    private Expression sign() throws ExpressionException {
        Token token = peek();
        if (token.kind() == Kind.SYMBOL && token.text().equals("-")) {
            position++;
            enter(token);
            Expression operand = operation(Operator.POWER.binding());
            depth--;
            return new Expression.Negation(operand, token.column());
        }
        return operand();
    }

    private Expression operand() throws ExpressionException {
        Token token = peek();
        position++;
        return switch (token.kind()) {
            case NUMBER -> new Expression.Literal(Double.parseDouble(token.text()), token.column());
            case TEXT ->
                new Expression.Text(token.text().substring(1, token.text().length() - 1), token.column());
            case WORD -> word(token);
            case SYMBOL -> {
                if (token.text().equals("[")) {
                    yield new Expression.Array(list("]", token), token.column());
                }
                if (!token.text().equals("(")) {
                    throw new ExpressionException(
                            token.column(), "expected a metric, a number or a function, found '" + token.text() + "'");
                }
                enter(token);
                Expression inner = operation(1);
                depth--;
                expect(")", token);
                yield inner;
            }
            case END -> throw new ExpressionException(token.column(), "expected a metric, a number or a function");
        };
    }

    private Expression word(Token word) throws ExpressionException {
        if (peek().kind() == Kind.SYMBOL && peek().text().equals("(")) {
            return call(word);
        }
        if (Character.isUpperCase(word.text().charAt(0))) {
            return new Expression.Keyword(word.text().toUpperCase(Locale.ROOT), word.column());
        }
        return new Expression.Reference(word.text(), word.column());
    }

    private Expression call(Token name) throws ExpressionException {
        Token open = peek();
        position++;
        return new Expression.Call(name.text().toUpperCase(Locale.ROOT), list(")", open), name.column());
    }

    private List<Expression> list(String close, Token open) throws ExpressionException {
        enter(open);
        List<Expression> elements = new ArrayList<>();
        if (!accept(close)) {
            do {
                elements.add(operation(1));
            } while (accept(","));
            expect(close, open);
        }
        depth--;
        return elements;
    }

    private void enter(Token token) throws ExpressionException {
        depth++;
        if (depth > DEEPEST) {
            throw new ExpressionException(token.column(), "nested deeper than " + DEEPEST);
        }
    }

    private static Optional<Operator> operator(Token token) {
        if (token.kind() != Kind.SYMBOL && token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        String symbol =
                switch (token.text()) {
                    case "&&" -> Operator.AND.symbol();
                    case "||" -> Operator.OR.symbol();
                    default -> token.text();
                };
        for (Operator operator : Operator.values()) {
            if (operator.symbol().equals(symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private boolean accept(String symbol) {
        if (peek().kind() == Kind.SYMBOL && peek().text().equals(symbol)) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(String symbol, Token opening) throws ExpressionException {
        Token token = peek();
        if (!accept(symbol)) {
            String found = token.kind() == Kind.END ? "the end" : "'" + token.text() + "'";
            throw new ExpressionException(
                    token.column(),
                    "expected '" + symbol + "' for the '" + opening.text() + "' in column " + opening.column()
                            + ", found " + found);
        }
    }

    private Token peek() {
        return tokens.get(position);
    }
}
