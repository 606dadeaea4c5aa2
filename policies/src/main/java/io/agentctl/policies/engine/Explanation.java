package io.agentctl.policies.engine;

import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Mode;
import java.util.List;
import java.util.Optional;

/**
 * A decision with all that led to it.
 *
 * @param rules every rule that applies to the request, by policy and in the order of the document
 */
public record Explanation(Decision decision, List<RuleValue> rules) {

    public Explanation {
        rules = List.copyOf(rules);
    }

    /** What became of a condition. */
    public enum Value {
        TRUE,
        FALSE,
        /** It could not be evaluated. */
        ERROR
    }

    /**
     * A rule and the value of its condition.
     *
     * @param when the condition, as it is written
     * @param decided whether it is the rule that the decision names
     * @param reasons why the condition has its value, one comparison or test each, such as {@code context.max_tokens:
     *     9000 > 8000; passes at 8000 or less}
     * @param problem why it could not be evaluated; empty otherwise
     * @param exceptions the exceptions to the rule, where its condition is true
     */
    public record RuleValue(
            RuleRef rule,
            Effect effect,
            Mode mode,
            String when,
            Value value,
            boolean decided,
            List<String> reasons,
            String problem,
            List<ExceptionValue> exceptions) {

        public RuleValue {
            reasons = List.copyOf(reasons);
            exceptions = List.copyOf(exceptions);
        }
    }

    /**
     * An exception to a rule.
     *
     * @param index its place among the policy's exceptions, from 0
     * @param expired whether it is void
     * @param value of its condition; absent if it has expired
     * @param reasons as of a rule
     */
    public record ExceptionValue(
            int index,
            String ticket,
            String when,
            boolean expired,
            Optional<Value> value,
            List<String> reasons,
            String problem) {

        public ExceptionValue {
            reasons = List.copyOf(reasons);
        }
    }
}
