package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agentctl.policies.document.DocumentChange.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {

    private static final String BEFORE = PolicyReaderTest.FULL;

    private static List<DocumentChange> changes(String after) {
        return PolicyDiff.between(CanonicalFormTest.document(BEFORE), CanonicalFormTest.document(after));
    }

    private static List<String> lines(String after) {
        return changes(after).stream().map(DocumentChange::text).toList();
    }

    @Test
    void saysWhatMovedFromWhereToWhere() {
        String after = BEFORE.replace("max_tokens: 8000", "max_tokens: 6000")
                .replace("default: 5m", "default: 90s")
                .replace("[free, trial]", "[free]")
                .replace("    share: 0.5\n", "    extra: 1\n")
                .replace("mode: warn", "mode: enforce")
                .replace("[call_reasoning, tool_*]", "[call_reasoning]")
                .replace("2027-01-31", "2027-06-30")
                .replace("id: fine", "id: good")
                .replace("message: too many tokens", "message: too many")
                .replace("[/context/prompt]", "[/context/model]")
                .replace("platform@example.com", "safety@example.com");

        assertThat(lines(after))
                .containsExactly(
                        "~ owner: platform@example.com → safety@example.com",
                        "~ match intents: call_reasoning, tool_* → call_reasoning",
                        "~ mode: warn → enforce",
                        "~ parameter max_tokens: 8000 → 6000",
                        "~ parameter window: 5m → 1m30s",
                        "~ parameter classes: [free, trial] → [free]",
                        "- parameter share: 0.5",
                        "+ parameter extra: 1",
                        "~ rule too-many: message: too many tokens → too many",
                        "- rule fine: allow when true",
                        "+ rule good: allow when true",
                        "~ exception to too-many (OPS-1): expires: 2027-01-31T00:00:00Z → 2027-06-30T00:00:00Z",
                        "- redact: /context/prompt",
                        "+ redact: /context/model");
    }

    @Test
    void anExceptionAndATestComeAndGo() {
        String after = BEFORE.replace("OPS-1", "OPS-2").replace("expect: allow", "expect: deny");

        assertThat(lines(after))
                .containsExactly(
                        "- exception to too-many: when context.tenant == \"acme\" until 2027-01-31T00:00:00Z (OPS-1)",
                        "+ exception to too-many: when context.tenant == \"acme\" until 2027-01-31T00:00:00Z (OPS-2)",
                        "~ test small is fine: allow → deny");
    }

    @Test
    void formAndCommentsAreNoDifference() {
        assertThat(changes("# hello\n" + PolicyFormatter.format(BEFORE))).isEmpty();
    }

    @Test
    void theOrderOfAllowancesAmongDenialsIsNoDifferenceAndThatOfDenialsIsTalk() {
        String rules =
                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata: {id: p, owner: me}
                spec:
                  rules:
                    - {id: a, when: "true", effect: deny}
                    - {id: b, when: "true", effect: allow}
                    - {id: c, when: "true", effect: deny}
                """;
        PolicyDocument before = CanonicalFormTest.document(rules);
        String b = "    - {id: b, when: \"true\", effect: allow}\n";
        String moved = rules.replace(b, "") + b;
        String swapped =
                rules.replace("id: a", "id: x").replace("id: c", "id: a").replace("id: x", "id: c");

        assertThat(PolicyDiff.between(before, CanonicalFormTest.document(moved)))
                .isEmpty();
        assertThat(PolicyDiff.between(before, CanonicalFormTest.document(swapped)))
                .extracting(DocumentChange::text, DocumentChange::weight)
                .containsExactly(tuple("~ order of the rules that deny: a, c → c, a", Weight.TALK));
    }
}
