package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds the character X of an expression's value again in the file, however the expression is written. */
class PositionWithinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when: a == X",
                "when: 'it''s ''X'''",
                "when: \"a \\\"b\\\" \\u0041\\x42 X\"",
                "when: \"tab\\tand \\U0001F600 \\n X\"",
                "when: |\n  a == 1\n  && b == X\n",
                "when: |-   # why\n\n     a ==\n       1 && X\n     || c\n",
                "when: >\n  a == 1\n  && b == X\n",
                "when: >-\n\n  folded\n  text\n\n    more X\n",
                "when: a ==\n  1 &&\n\n  b == X",
                "when: 'a ==\n  1 &&\n\n  b == X'",
                "when: \"a == \\\n    1   \n\n  && X\"",
                "when: '😀 == \"é\" && X'",
                "{id: x, when: a == X}",
                "when:\n  # why\n  a == X",
                "when: |\r\n  a == 1\r\n  && b == X\r\n",
            })
    void aCharacterOfAValueIsFoundInTheText(String text) {
        PolicySource source = PolicyReader.read("p.yaml", text);
        String value = source.places().get("/when").scalar().orElseThrow().value();

        SourcePosition position = source.positionWithin("/when", line(value), column(value));

        assertThat(position).isEqualTo(new SourcePosition(line(text), column(text)));
    }

    private static int line(String text) {
        return (int) text.substring(0, text.indexOf('X'))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private static int column(String text) {
        int at = text.indexOf('X');
        int start = text.lastIndexOf('\n', at) + 1;
        return text.codePointCount(start, at) + 1;
    }
}
