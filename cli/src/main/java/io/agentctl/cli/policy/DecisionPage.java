package io.agentctl.cli.policy;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.Decision.Remark;
import io.agentctl.policies.engine.RuleRef;
import java.util.Locale;

/** How a decision looks to people. */
final class DecisionPage {

    private DecisionPage() {}

    static void layout(Decision decision, Page page) {
        page.line(decision.allowed() ? Tone.GOOD : Tone.BAD, verdict(decision));
        if (!decision.message().isEmpty()) {
            page.line("  " + decision.message());
        }
        for (Remark remark : decision.remarks()) {
            page.line(
                    Tone.WARNING,
                    "  " + remark.kind().name().toLowerCase(Locale.ROOT) + " by " + remark.rule() + ": "
                            + remark.message());
        }
    }

    private static String verdict(Decision decision) {
        String rule = decision.rule().map(RuleRef::toString).orElse("");
        return switch (decision.reason()) {
            case ALLOWED -> "allowed by " + rule;
            case DENIED -> "denied by " + rule;
            case ERROR -> "denied, since " + rule + " could not be evaluated";
            case NOTHING_ALLOWS -> "denied, since no rule allows it";
            case NO_POLICY -> "denied, since no policy speaks about this intent";
        };
    }
}
