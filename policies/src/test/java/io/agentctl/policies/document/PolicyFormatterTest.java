package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.policies.PolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFormatterTest {

    @Test
    void putsKeysInOrderAndKeepsCommentsWhereTheyStand() {
        String text =
                """
                # Copyright of somebody.

                # which kind
                kind: Policy   # always
                metadata: { owner: me,   id: p }


                # what it says
                spec:
                    rules:
                    # the first
                    - when: |
                          context.max_tokens > 5
                             && true


                      effect: deny # no
                      id: a
                      # after a
                    # the second
                    - {effect: allow, when: "true",
                       id: b} # short

                    # no more rules
                    mode:   audit
                    match: {intents: [a,
                       # b too
                       b]}
                tests: []
                apiVersion: 'agentctl.io/v1'
                # the end
                """;

        assertThat(PolicyFormatter.format(text))
                .isEqualTo(
                        """
                # Copyright of somebody.

                apiVersion: 'agentctl.io/v1'
                # which kind
                kind: Policy # always
                metadata: {id: p, owner: me}

                # what it says
                spec:
                  match:
                    intents:
                      - a
                      # b too
                      - b

                  # no more rules
                  mode: audit
                  rules:
                    # the first
                    - id: a
                      when: |
                        context.max_tokens > 5
                           && true

                      effect: deny # no
                      # after a
                    # the second
                    - {id: b, when: "true", effect: allow} # short
                tests: []
                # the end
                """);
    }

    @Test
    void foldsAndQuotesSayTheSameAfterwards() {
        String text =
                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                      id: p
                      owner: "a
                        b"
                      description: one
                         two

                         three
                spec:
                      rules:
                        - id: r
                          when: >
                             a &&

                               b
                             c
                          effect: allow
                          message: 'it''s'
                      parameters: {a: "5m", b: 5m, c: "it is a text that is so long that the line does not fit, since it has so many characters"}
                """;

        assertThat(PolicyFormatter.format(text))
                .isEqualTo(
                        """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                  id: p
                  owner: "a b"
                  description: one
                    two

                    three
                spec:
                  parameters:
                    a: "5m"
                    b: 5m
                    c: "it is a text that is so long that the line does not fit, since it has so many characters"
                  rules:
                    - id: r
                      when: >
                        a &&

                          b
                        c
                      effect: allow
                      message: 'it''s'
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: |+\n  x\n\n\nb: 1\n",
                "a: |2\n    x\n   y\n",
                "a: \"x\\\n   y \\\n  z\"\n",
                "a:\n  - - 1\n    - 2\n  -\n    - # c\n      b: 1\n",
                "? a\n: b\n",
                "a: # c1\n  # c2\n  b # c3\n",
                "a: [] # c\nb: {\n# d\n}\n",
                "a:\n# not indented\n- b\n# more\n- c\n# end\n",
                "a:\n  - # c\n    x: 1\n  -\n    # d\n    y: 1\n",
                "a: | # c\n  x\n# d\n",
                "---\n# c\na: 1\n...\n# d\n",
                "a: {b: , c: [~, null]}\n",
                "'': 1\n\"\\n\": 2\n",
                "spec: {unknown: 1, rules: [{x: 1, id: a}]}\n",
                "a: 'x\n\n  # not a comment\n  y'\n",
                "a: >\n\n\n  x\n\n   y\n\n  z",
                "a: |\n\tx\n",
                "\uFEFFa: 1\r\nb: |\r\n  c\r\n",
                "a: x # c\n\n\n\n# e\n\n\n# f\nb: y",
                "input: {context: {zeta: 1, alpha: 2}}\n",
            })
    void formattingTwiceIsFormattingOnceAndLosesNothing(String text) {
        String once;
        try {
            once = PolicyFormatter.format(text);
        } catch (PolicyException ignored) {
            return;
        }

        assertThat(PolicyFormatter.format(once)).isEqualTo(once);
        assertThat(once.chars().filter(c -> c == '#').count())
                .isEqualTo(text.chars().filter(c -> c == '#').count());
    }

    @Test
    void refusesWhatCannotBeReadWithEveryFinding() {
        assertThatThrownBy(() -> PolicyFormatter.format("a: *x\nb: &y 1\n"))
                .isInstanceOf(PolicyException.class)
                .hasMessage("line 1, column 4: *x: aliases are not read here: write the value out\n"
                        + "line 2, column 4: &y: anchors are not read here: leave it out");
    }
}
