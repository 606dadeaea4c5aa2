package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rules that can never decide anything, by themselves or for what stands beside them. */
final class RuleChecks {

    private final CompiledPolicy policy;
    private final Findings findings;
    private final List<Part> parts = new ArrayList<>();

    RuleChecks(CompiledPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
        Map<String, Object> parameters = new HashMap<>();
        for (Parameter parameter : policy.document().parameters()) {
            parameters.put(parameter.name(), parameter.value());
        }
        for (CompiledRule rule : policy.rules()) {
            parts.add(new Part(rule, Conjunction.of(rule.when(), parameters)));
        }
    }

    void check() {
        for (Part part : parts) {
            Optional<String> contradiction = part.conjunction().contradiction();
            if (contradiction.isPresent()) {
                boolean literal = contradiction.get().startsWith("it is");
                findings.warning(
                        pointer(part),
                        literal ? Code.UNREACHABLE_RULE : Code.CONTRADICTION,
                        "the rule can never be true: " + contradiction.get());
            } else if (!covered(part)) {
                beaten(part);
            }
        }
    }

    /** Whether an earlier rule of the same effect is true wherever this one is. */
    private boolean covered(Part part) {
        for (Part earlier : parts.subList(0, parts.indexOf(part))) {
            boolean same = earlier.effect() == part.effect();
            if (same
                    && earlier.rule().waivers().isEmpty()
                    && earlier.isPossible()
                    && part.conjunction().implies(earlier.conjunction())) {
                boolean identical = earlier.conjunction().implies(part.conjunction());
                findings.warning(
                        pointer(part),
                        Code.UNREACHABLE_RULE,
                        "the rule never decides: "
                                + (identical
                                        ? "the rule " + earlier.id() + " has the same condition"
                                        : "wherever it is true, the rule " + earlier.id() + " is true as well"));
                return true;
            }
        }
        return false;
    }

    /** Whether a denial is true wherever this allowance is. */
    private void beaten(Part part) {
        if (part.effect() == Effect.DENY || policy.document().mode() != Mode.ENFORCE) {
            return;
        }
        for (Part denial : parts) {
            if (denial.effect() == Effect.ALLOW
                    || !denial.rule().waivers().isEmpty()
                    || !denial.isPossible()
                    || !part.conjunction().implies(denial.conjunction())) {
                continue;
            }
            boolean identical = denial.conjunction().implies(part.conjunction());
            findings.warning(
                    pointer(part),
                    identical ? Code.CONTRADICTION : Code.UNREACHABLE_RULE,
                    identical
                            ? "the rule " + denial.id() + " denies under the same condition, and a denial wins"
                            : "the rule never allows anything: wherever it is true, the rule " + denial.id()
                                    + " denies");
            return;
        }
    }

    private static String pointer(Part part) {
        return "/spec/rules/" + part.rule().index() + "/when";
    }

    private record Part(CompiledRule rule, Conjunction conjunction) {

        Effect effect() {
            return rule.rule().effect();
        }

        String id() {
            return rule.rule().id();
        }

        boolean isPossible() {
            return conjunction.contradiction().isEmpty();
        }
    }
}
