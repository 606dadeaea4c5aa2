package io.agentctl.alarm.math;

import java.util.List;
import java.util.stream.Stream;

/** A metric math expression; every part knows its column, from 1. */
public sealed interface Expression {

    int column();

    /** The identifiers of metrics and other expressions that it names, in order, with repetitions. */
    default Stream<Reference> references() {
        return switch (this) {
            case Reference reference -> Stream.of(reference);
            case Negation negation -> negation.operand().references();
            case Operation operation ->
                Stream.concat(operation.left().references(), operation.right().references());
            case Call call -> call.arguments().stream().flatMap(Expression::references);
            case Array array -> array.elements().stream().flatMap(Expression::references);
            case Literal ignored -> Stream.empty();
            case Text ignored -> Stream.empty();
            case Keyword ignored -> Stream.empty();
        };
    }

    record Literal(double value, int column) implements Expression {}

    /** Text in quotes, which some functions take. */
    record Text(String text, int column) implements Expression {}

    /** A word in capitals, which some functions take: REPEAT, ASC. */
    record Keyword(String word, int column) implements Expression {}

    /** A metric or another expression, by its identifier. */
    record Reference(String id, int column) implements Expression {}

    record Negation(Expression operand, int column) implements Expression {}

    record Operation(Operator operator, Expression left, Expression right, int column) implements Expression {}

    record Call(String function, List<Expression> arguments, int column) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Several, in brackets. */
    record Array(List<Expression> elements, int column) implements Expression {
        public Array {
            elements = List.copyOf(elements);
        }
    }
}
