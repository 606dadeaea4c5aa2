package io.agentctl.policies.testing;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.CompiledRule;
import io.agentctl.policies.compile.CompiledWaiver;
import io.agentctl.policies.compile.Evaluation;
import io.agentctl.policies.compile.EvaluationException;
import io.agentctl.policies.compile.Expression;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.document.Rule;
import io.agentctl.policies.document.Waiver;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Facts;
import java.util.ArrayList;
import java.util.List;

/** Watches which conditions were true and false while cases run. An exception is looked at where its rule is true. */
final class CoverageCounter {

    private static final int TRUE = 1;
    private static final int FALSE = 2;

    private final PolicyDocument document;
    private final int[] rules;
    private final int[] waivers;

    CoverageCounter(PolicyDocument document) {
        this.document = document;
        this.rules = new int[document.rules().size()];
        this.waivers = new int[document.exceptions().size()];
    }

    void watch(PolicySet policies, Facts facts) {
        for (CompiledPolicy policy : policies.speakingOf(facts.intent())) {
            for (CompiledRule rule : policy.rules()) {
                int seen = outcome(rule.when(), facts);
                rules[rule.index()] |= seen;
                if (seen == TRUE) {
                    for (CompiledWaiver waiver : rule.waivers()) {
                        waivers[waiver.index()] |= outcome(waiver.when(), facts);
                    }
                }
            }
        }
    }

    List<Coverage> coverage(PolicySource source) {
        List<Coverage> coverage = new ArrayList<>();
        for (int index = 0; index < rules.length; index++) {
            Rule rule = document.rules().get(index);
            coverage.add(coverage(rule.id(), source, "/spec/rules/" + index + "/when", rules[index]));
        }
        for (int index = 0; index < waivers.length; index++) {
            Waiver waiver = document.exceptions().get(index);
            String name = "exception to " + waiver.rule() + " (" + waiver.ticket() + ")";
            coverage.add(coverage(name, source, "/spec/exceptions/" + index + "/when", waivers[index]));
        }
        return coverage;
    }

    private static Coverage coverage(String name, PolicySource source, String pointer, int seen) {
        return new Coverage(name, source.position(pointer), (seen & TRUE) != 0, (seen & FALSE) != 0);
    }

    private static int outcome(Expression when, Facts facts) {
        try {
            return when.test(new Evaluation(facts)) ? TRUE : FALSE;
        } catch (EvaluationException ignored) {
            // Neither outcome was seen.
            return 0;
        }
    }
}
