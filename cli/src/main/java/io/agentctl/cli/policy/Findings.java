package io.agentctl.cli.policy;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Severity;
import java.util.List;

/** How findings in documents look: as compilers print them, so that editors can jump to them. */
final class Findings {

    private Findings() {}

    static void layout(List<Diagnostic> findings, Page page) {
        for (Diagnostic finding : findings) {
            page.line(finding.severity() == Severity.ERROR ? Tone.BAD : Tone.WARNING, finding.text());
        }
    }

    /** {@code 1 policy}, {@code 2 policies}. */
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
