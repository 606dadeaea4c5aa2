package io.agentctl.alarm.math;

import io.agentctl.alarm.math.Expression.Array;
import io.agentctl.alarm.math.Expression.Call;
import io.agentctl.alarm.math.Expression.Keyword;
import io.agentctl.alarm.math.Expression.Literal;
import io.agentctl.alarm.math.Expression.Negation;
import io.agentctl.alarm.math.Expression.Operation;
import io.agentctl.alarm.math.Expression.Reference;
import io.agentctl.alarm.math.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out of what kind an expression is, or where it makes no sense. */
final class TypeChecker {

    private static final Set<String> WORDS = Set.of("REPEAT", "LINEAR");

    private final Set<String> known;

    /** @param known the metrics and expressions that may be named */
    TypeChecker(Set<String> known) {
        this.known = known;
    }

    /** @throws ExpressionException with the column of the first fault */
    ValueType typeOf(Expression expression) throws ExpressionException {
        return switch (expression) {
            case Literal ignored -> ValueType.NUMBER;
            case Text ignored -> ValueType.WORD;
            case Keyword keyword -> {
                if (!WORDS.contains(keyword.word())) {
                    throw new ExpressionException(
                            keyword.column(),
                            keyword.word() + " is no word of metric math; identifiers begin with a small letter");
                }
                yield ValueType.WORD;
            }
            case Reference reference -> {
                if (!known.contains(reference.id())) {
                    throw new ExpressionException(
                            reference.column(),
                            "no metric or expression is called " + reference.id() + "; there "
                                    + (known.isEmpty() ? "are none" : "are " + String.join(", ", sorted(known))));
                }
                yield ValueType.SERIES;
            }
            case Negation negation -> typeOfOperation(negation.column(), ValueType.NUMBER, typeOf(negation.operand()));
            case Operation operation ->
                typeOfOperation(operation.column(), typeOf(operation.left()), typeOf(operation.right()));
            case Call call -> typeOfCall(call);
            case Array array -> {
                for (Expression element : array.elements()) {
                    if (typeOf(element) != ValueType.SERIES) {
                        throw new ExpressionException(element.column(), "brackets hold time series");
                    }
                }
                yield ValueType.SEVERAL;
            }
        };
    }

    private static ValueType typeOfOperation(int column, ValueType left, ValueType right) throws ExpressionException {
        if (left == ValueType.WORD || right == ValueType.WORD) {
            throw new ExpressionException(column, "there is no reckoning with a word");
        }
        if (left == ValueType.SEVERAL && right == ValueType.SEVERAL) {
            throw new ExpressionException(column, "two arrays of time series cannot be put together");
        }
        return left.compareTo(right) > 0 ? left : right;
    }

    private ValueType typeOfCall(Call call) throws ExpressionException {
        if (call.function().equals(Formula.METRICS)) {
            boolean fits = call.arguments().isEmpty()
                    || (call.arguments().size() == 1 && call.arguments().getFirst() instanceof Text);
            if (!fits) {
                throw new ExpressionException(call.column(), "METRICS takes nothing or a text in quotes");
            }
            return ValueType.SEVERAL;
        }
        if (Functions.ELSEWHERE.contains(call.function())) {
            throw new ExpressionException(
                    call.column(), call.function() + " cannot be tried on history, so it is not taken here");
        }
        Optional<Function> found = Functions.named(call.function());
        if (found.isEmpty()) {
            throw new ExpressionException(call.column(), "there is no function " + call.function());
        }
        Function function = found.get();
        int count = call.arguments().size();
        if (count < function.fewest() || count > function.most()) {
            throw new ExpressionException(
                    call.column(), "%s takes %s, not %d".formatted(function.name(), arguments(function), count));
        }
        List<ValueType> types = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            types.add(typeOf(argument));
        }
        ValueType result = function.result().of(types);
        if (result == null) {
            throw new ExpressionException(
                    call.column(),
                    function.name() + " does not take "
                            + String.join(
                                    ", ", types.stream().map(ValueType::words).toList()));
        }
        return result;
    }

    private static String arguments(Function function) {
        return function.fewest() == function.most()
                ? function.fewest() + (function.fewest() == 1 ? " argument" : " arguments")
                : function.fewest() + " to " + function.most() + " arguments";
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
