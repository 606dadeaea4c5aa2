package io.agentctl.policies.testing;

import io.agentctl.policies.engine.Explanation;
import io.agentctl.policies.engine.Explanation.ExceptionValue;
import io.agentctl.policies.engine.Explanation.RuleValue;
import io.agentctl.policies.engine.Explanation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An explanation as lines of text, for the report of a case that failed. */
final class Why {

    private Why() {}

    static List<String> of(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        for (RuleValue rule : explanation.rules()) {
            lines.add("rule " + rule.rule().rule() + " (" + word(rule.effect()) + ") is "
                    + value(Optional.of(rule.value()), rule.problem()));
            rule.reasons().forEach(reason -> lines.add("  " + reason));
            for (ExceptionValue exception : rule.exceptions()) {
                lines.add("  exception " + exception.ticket() + " is "
                        + (exception.expired() ? "expired" : value(exception.value(), exception.problem())));
                exception.reasons().forEach(reason -> lines.add("    " + reason));
            }
        }
        return lines;
    }

    private static String value(Optional<Value> value, String problem) {
        return value.map(Why::word).orElse("not evaluated") + (problem.isEmpty() ? "" : ": " + problem);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
