package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    private static final PolicyDocument FULL = document(PolicyReaderTest.FULL);

    static PolicyDocument document(String text) {
        PolicySource source = PolicyReader.read("p.yaml", text);
        assertThat(source.diagnostics()).isEmpty();
        return source.document().orElseThrow();
    }

    @Test
    void writesDefaultsOut() {
        PolicyDocument small = document(
                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata: {id: p, owner: me}
                spec:
                  parameters: {b: 5m, a: 1}
                  rules: [{id: r, when: "true", effect: allow}]
                """);

        assertThat(CanonicalForm.of(small))
                .isEqualTo("{\"apiVersion\":\"agentctl.io/v1\",\"kind\":\"Policy\","
                        + "\"metadata\":{\"id\":\"p\",\"owner\":\"me\",\"description\":\"\"},"
                        + "\"spec\":{\"match\":{\"intents\":[],\"environments\":[]},\"mode\":\"enforce\",\"onError\":\"deny\","
                        + "\"parameters\":{\"a\":{\"type\":\"int\",\"default\":1,\"description\":\"\"},"
                        + "\"b\":{\"type\":\"duration\",\"default\":\"PT5M\",\"description\":\"\"}},"
                        + "\"limits\":{\"nodes\":10000,\"stringLength\":65536,\"time\":\"PT0.02S\"},"
                        + "\"rules\":[{\"id\":\"r\",\"when\":\"true\",\"effect\":\"allow\",\"message\":\"\"}],"
                        + "\"exceptions\":[],\"redact\":[]}}");
        assertThat(CanonicalForm.digest(small)).matches("[0-9a-f]{64}");
    }

    @Test
    void formCommentsOrderAndTestsMakeNoNewVersion() {
        String other = PolicyReaderTest.FULL
                .replace("kind: Policy\n", "# a comment\nkind: 'Policy'\n")
                .replace("[call_reasoning, tool_*]", "\n      - tool_*\n      - call_reasoning")
                .replace("    strict: true\n", "")
                .replace("  parameters:\n", "  parameters:\n    strict: true\n")
                .replace("small is fine", "small is right");

        assertThat(CanonicalForm.digest(document(other))).isEqualTo(CanonicalForm.digest(FULL));
    }

    @Test
    void everyPartThatDecidesMakesANewVersion() {
        String text = PolicyReaderTest.FULL;

        assertThat(new String[] {
                    text.replace("max_tokens: 8000", "max_tokens: 8001"),
                    text.replace("label: \"30s\"", "label: 30s"),
                    text.replace("mode: warn", "mode: enforce"),
                    text.replace("onError: allow", "onError: deny"),
                    text.replace("nodes: 500", "nodes: 501"),
                    text.replace("context.max_tokens >", "context.max_tokens >="),
                    text.replace("2027-01-31", "2027-02-01"),
                    text.replace("OPS-1", "OPS-2"),
                    text.replace("[production]", "[production, staging]"),
                    text.replace("/context/prompt", "/context/model"),
                    text.replace("too many tokens", "far too many")
                })
                .allSatisfy(changed ->
                        assertThat(CanonicalForm.digest(document(changed))).isNotEqualTo(CanonicalForm.digest(FULL)));
    }
}
