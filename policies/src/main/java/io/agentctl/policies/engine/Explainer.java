package io.agentctl.policies.engine;

import io.agentctl.policies.compile.CompiledWaiver;
import io.agentctl.policies.compile.Evaluation;
import io.agentctl.policies.compile.Explained;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.engine.Explanation.ExceptionValue;
import io.agentctl.policies.engine.Explanation.RuleValue;
import io.agentctl.policies.engine.Explanation.Value;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains decisions: evaluates every applicable rule, and asks each why. */
public final class Explainer {

    private final DecisionEngine engine;

    /** Makes an explainer of what the engine decides. */
    public Explainer(DecisionEngine engine) {
        this.engine = engine;
    }

    /** Decides, and says why. */
    public Explanation explain(PolicySet policies, Facts facts) {
        Decision decision = engine.decide(policies, facts);
        Applicable applicable = policies.applicable(facts.intent());
        List<RuleValue> values = Stream.concat(Stream.of(applicable.denies), Stream.of(applicable.allows))
                .sorted(Comparator.comparing((AppliedRule rule) -> rule.policy.id())
                        .thenComparing(rule -> rule.rule.index()))
                .map(rule -> value(rule, facts, decision))
                .toList();
        return new Explanation(decision, values);
    }

    private static RuleValue value(AppliedRule rule, Facts facts, Decision decision) {
        Explained explained = rule.when.explain(new Evaluation(facts));
        Value value = valueOf(explained);
        return new RuleValue(
                rule.ref,
                rule.rule.rule().effect(),
                rule.mode,
                rule.when.text(),
                value,
                decision.rule().filter(rule.ref::equals).isPresent(),
                wouldHelp(rule.rule.rule().effect(), value)
                        ? explained.reasons()
                        : explained.reasons().stream()
                                .map(Explainer::withoutAdvice)
                                .toList(),
                explained.problem(),
                value == Value.TRUE ? exceptions(rule, facts) : List.of());
    }

    /**
     * What would pass is of use only where something stands in the way: a denial, or an allowance that is not given.
     */
    private static boolean wouldHelp(Effect effect, Value value) {
        return value == (effect == Effect.DENY ? Value.TRUE : Value.FALSE);
    }

    private static String withoutAdvice(String reason) {
        int advice = reason.indexOf("; passes ");
        return advice < 0 ? reason : reason.substring(0, advice);
    }

    private static List<ExceptionValue> exceptions(AppliedRule rule, Facts facts) {
        Instant time = (Instant) facts.request().get("time");
        List<ExceptionValue> values = new ArrayList<>();
        for (CompiledWaiver waiver : rule.rule.waivers()) {
            boolean expired = !time.isBefore(waiver.waiver().expires());
            Optional<Explained> explained =
                    expired ? Optional.empty() : Optional.of(waiver.when().explain(new Evaluation(facts)));
            values.add(new ExceptionValue(
                    waiver.index(),
                    waiver.waiver().ticket(),
                    waiver.waiver().when(),
                    expired,
                    explained.map(Explainer::valueOf),
                    explained.map(Explained::reasons).orElse(List.of()),
                    explained.map(Explained::problem).orElse("")));
        }
        return values;
    }

    private static Value valueOf(Explained explained) {
        return explained.value().map(value -> value ? Value.TRUE : Value.FALSE).orElse(Value.ERROR);
    }
}
