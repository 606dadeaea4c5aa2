package io.agentctl.alarm.math;

import io.agentctl.alarm.math.Expression.Array;
import io.agentctl.alarm.math.Expression.Call;
import io.agentctl.alarm.math.Expression.Literal;
import io.agentctl.alarm.math.Expression.Negation;
import io.agentctl.alarm.math.Expression.Operation;
import io.agentctl.alarm.math.Expression.Reference;
import java.util.Set;

/**
 * Whether each value of a result comes from the values of the same time alone. Then it does not matter over which range
 * an expression is computed, and a whole history can be computed at once.
 */
final class Pointwise {

    /** Of their arguments at the same time alone, whatever these are. */
    private static final Set<String> ALWAYS = Set.of(
            "ABS", "CEIL", "FLOOR", "LOG", "LOG10", "IF", "MINUTE", "HOUR", "DAY", "DATE", "MONTH", "YEAR", "EPOCH");

    /** Over several series at each time; over the times of one series they are not. */
    private static final Set<String> ACROSS =
            Set.of("AVG", "SUM", "MAX", "MIN", "STDDEV", "DATAPOINT_COUNT", "FIRST", "LAST");

    private Pointwise() {}

    static boolean is(Expression expression) {
        return switch (expression) {
            case Literal ignored -> true;
            case Reference ignored -> true;
            case Negation negation -> is(negation.operand());
            case Operation operation -> is(operation.left()) && is(operation.right());
            case Array array -> array.elements().stream().allMatch(Pointwise::is);
            case Call call -> is(call);
            case Expression.Text ignored -> false;
            case Expression.Keyword ignored -> false;
        };
    }

    private static boolean is(Call call) {
        if (call.function().equals(Formula.METRICS)) {
            return true;
        }
        boolean arguments = call.arguments().stream().allMatch(Pointwise::is);
        return arguments
                && (ALWAYS.contains(call.function())
                        || call.function().equals("FILL")
                        || (ACROSS.contains(call.function())
                                && isSeveral(call.arguments().getFirst())));
    }

    /** Whether it is surely several series; where it is not sure, the slow way is right as well. */
    private static boolean isSeveral(Expression expression) {
        return expression instanceof Array
                || (expression instanceof Call call && call.function().equals(Formula.METRICS));
    }
}
