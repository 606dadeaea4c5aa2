package io.agentctl.cli.policy;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.engine.Explanation;
import io.agentctl.policies.engine.Explanation.ExceptionValue;
import io.agentctl.policies.engine.Explanation.RuleValue;
import io.agentctl.policies.engine.Explanation.Value;
import java.util.Locale;

/** How an explanation looks to people: the verdict, then each rule that applies with what made its condition so. */
final class ExplanationPage {

    private ExplanationPage() {}

    static void layout(Explanation explanation, Page page) {
        DecisionPage.layout(explanation.decision(), page);
        for (RuleValue rule : explanation.rules()) {
            page.blank();
            page.line(tone(rule), head(rule));
            page.line("  when " + rule.when().strip().replaceAll("\\s*\\n\\s*", " "));
            rule.reasons().forEach(reason -> page.line("    " + reason));
            if (!rule.problem().isEmpty()) {
                page.line(Tone.BAD, "    " + rule.problem());
            }
            rule.exceptions().forEach(exception -> layout(exception, page));
        }
    }

    private static String head(RuleValue rule) {
        return rule.rule() + ": " + rule.effect().name().toLowerCase(Locale.ROOT) + ", " + state(rule)
                + (rule.mode() == Mode.ENFORCE
                        ? ""
                        : ", only " + rule.mode().name().toLowerCase(Locale.ROOT))
                + (rule.decided() ? "; it decided" : "");
    }

    private static String state(RuleValue rule) {
        return switch (rule.value()) {
            case TRUE -> rule.effect() == Effect.DENY ? "denies" : "allows";
            case FALSE -> "does not apply";
            case ERROR -> "cannot be evaluated";
        };
    }

    private static Tone tone(RuleValue rule) {
        return switch (rule.value()) {
            case TRUE -> rule.effect() == Effect.DENY ? Tone.BAD : Tone.GOOD;
            case FALSE -> Tone.PLAIN;
            case ERROR -> Tone.WARNING;
        };
    }

    private static void layout(ExceptionValue exception, Page page) {
        boolean waives = exception.value().filter(value -> value == Value.TRUE).isPresent();
        page.line(
                waives ? Tone.WARNING : Tone.PLAIN,
                "  exception " + exception.ticket() + ": "
                        + (exception.expired() ? "expired" : waives ? "waives it" : "does not apply"));
        exception.reasons().forEach(reason -> page.line("    " + reason));
    }
}
