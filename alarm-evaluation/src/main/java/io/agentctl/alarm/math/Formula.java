package io.agentctl.alarm.math;

import io.agentctl.alarm.math.Expression.Array;
import io.agentctl.alarm.math.Expression.Call;
import io.agentctl.alarm.math.Expression.Keyword;
import io.agentctl.alarm.math.Expression.Literal;
import io.agentctl.alarm.math.Expression.Negation;
import io.agentctl.alarm.math.Expression.Operation;
import io.agentctl.alarm.math.Expression.Reference;
import io.agentctl.alarm.math.Expression.Text;
import java.util.Map;
import java.util.Set;

/** One expression that was checked: what it names exists, functions get what they take, and the result is a series. */
final class Formula {

    /** The function that gives all metrics, or those whose identifiers contain a text. */
    static final String METRICS = "METRICS";

    private final Expression expression;

    private Formula(Expression expression) {
        this.expression = expression;
    }

    /**
     * Reads and checks an expression.
     *
     * @param source the text
     * @param known the metrics and expressions that it may name
     * @throws ExpressionException with the column of the first fault
     */
    static Formula of(String source, Set<String> known) throws ExpressionException {
        Expression expression = ExpressionParser.parse(source);
        ValueType type = new TypeChecker(known).typeOf(expression);
        if (type != ValueType.SERIES) {
            throw new ExpressionException(
                    expression.column(), "an alarm needs one time series, and this is " + type.words());
        }
        return new Formula(expression);
    }

    Expression expression() {
        return expression;
    }

    /**
     * Computes.
     *
     * @param inputs what may be named: a value for each time, NaN for none
     * @param metrics which of these are metrics, not results of other expressions
     * @return a value for each time, NaN for none
     */
    double[] compute(Map<String, double[]> inputs, Set<String> metrics, Times times) {
        return Operands.series(new Run(inputs, metrics, times).value(expression), times.count())
                .values();
    }

    /** One computation. */
    private record Run(Map<String, double[]> inputs, Set<String> metrics, Times times) {

        Value value(Expression part) {
            return switch (part) {
                case Literal literal -> new Value.Scalar(literal.value());
                case Text text -> new Value.Word(text.text());
                case Keyword keyword -> new Value.Word(keyword.word());
                case Reference reference -> new Value.Series(inputs.get(reference.id()));
                case Negation negation ->
                    Operands.apply(Operator.TIMES, new Value.Scalar(-1), value(negation.operand()), times);
                case Operation operation ->
                    Operands.apply(operation.operator(), value(operation.left()), value(operation.right()), times);
                case Call call -> call(call);
                case Array array ->
                    new Value.Several(array.elements().stream()
                            .map(element -> Operands.series(value(element), times.count()))
                            .toList());
            };
        }

        private Value call(Call call) {
            if (!call.function().equals(METRICS)) {
                return Functions.named(call.function())
                        .orElseThrow()
                        .body()
                        .of(call.arguments().stream().map(this::value).toList(), times);
            }
            String part =
                    call.arguments().isEmpty() ? "" : ((Text) call.arguments().getFirst()).text();
            return new Value.Several(metrics.stream()
                    .filter(id -> id.contains(part))
                    .sorted()
                    .map(id -> new Value.Series(inputs.get(id)))
                    .toList());
        }
    }
}
