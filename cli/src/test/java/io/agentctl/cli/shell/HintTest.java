package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.output.Tone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind the cursor, and in which tones the line is. */
class HintTest {

    private final TypedLines typed = new TypedLines();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
            ecs rig|htsize  Advise the cheapest size that fits what services use, and change to it.
            ecs scale |SERVICE  The service.
            ecs rightsize --ris|k  How many minutes over the CPU budget are accepted: low (2%), medium (10%), high (25%).
            ecs rightsize reas|oning
            use |CONTEXT
            notes |FILE
            watch |COMMAND [--every 5s]
            """)
    void theRestOfAWordOrWhatMayFollow(String line, String hint) {
        String expected = line.startsWith("watch") ? "status" : hint;

        assertThat(new Hint(typed.completion()).of(line)).startsWith(expected);
    }

    @Test
    void anEmptyLineHasNoHint() {
        assertThat(new Hint(typed.completion()).of("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ecs services api    | STRONG:ecs STRONG:services GOOD:api
            ecs services nobody | STRONG:ecs STRONG:services PLAIN:nobody
            ecs servces x       | STRONG:ecs BAD:servces BAD:x
            ecs serv            | STRONG:ecs PLAIN:serv
            ecs services --foo  | STRONG:ecs STRONG:services BAD:--foo
            use prod            | STRONG:use GOOD:prod
            ecs services -o json| STRONG:ecs STRONG:services ACCENT:-o PLAIN:json
            """)
    void wordsHaveTheToneOfWhatTheyAre(String line, String tones) {
        String seen = new Highlighting(typed.completion())
                .spans(line).stream()
                        .filter(span -> !span.text().isBlank())
                        .map(span -> span.tone() + ":" + span.text())
                        .collect(Collectors.joining(" "));

        assertThat(seen).isEqualTo(tones);
    }

    @Test
    void theSpansTogetherAreTheLine() {
        String line = "  ecs 'a b' \"c  # x";

        assertThat(new Highlighting(typed.completion())
                        .spans(line).stream().map(Highlighting.Span::text).collect(Collectors.joining()))
                .isEqualTo(line);
        assertThat(Tone.values()).isNotEmpty();
    }
}
