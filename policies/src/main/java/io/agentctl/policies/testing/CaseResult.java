package io.agentctl.policies.testing;

import io.agentctl.policies.document.PolicyTest;
import io.agentctl.policies.document.SourcePosition;
import io.agentctl.policies.engine.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one case.
 *
 * @param pointer of the case in the document, such as {@code /tests/0}
 * @param position of the case in its file
 * @param got what the policy said; absent if the case's input is not a request
 * @param mismatches what is not as expected, a sentence each; empty if the case passed
 * @param why how the policy came to it, a line each; for a case that failed
 * @param took how long the case ran
 */
public record CaseResult(
        String name,
        String file,
        String pointer,
        SourcePosition position,
        PolicyTest.Expectation expected,
        Optional<Decision> got,
        List<String> mismatches,
        List<String> why,
        Duration took) {

    public CaseResult {
        mismatches = List.copyOf(mismatches);
        why = List.copyOf(why);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }
}
