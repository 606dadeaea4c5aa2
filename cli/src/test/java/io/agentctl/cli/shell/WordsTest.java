package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.shell.Words.Open;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as words. */
class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            textBlock =
                    """
            ecs services                  | [ecs, services]
            %  ecs   services  %          | [ecs, services]
            perf load -H 'A: b c'         | [perf, load, -H, A: b c]
            perf load -H "A: \\"b\\""     | [perf, load, -H, A: "b"]
            eval '{"a": "b\\n"}'          | [eval, {"a": "b\\n"}]
            one\\ word                    | [one word]
            ecs services # all of them    | [ecs, services]
            topic#1                       | [topic#1]
            ''                            | []
            """)
    void aLineIsSplitAsShellsDo(String line, String words) {
        assertThat(Words.of(line).texts().toString()).isEqualTo(line.equals("''") ? "[]" : words);
    }

    @Test
    void anOpenQuoteOrABackslashAtTheEndGoesOnBelow() {
        assertThat(Words.of("a 'b").open()).isEqualTo(Open.SINGLE_QUOTE);
        assertThat(Words.of("a \"b").open()).isEqualTo(Open.DOUBLE_QUOTE);
        assertThat(Words.of("ecs \\").open()).isEqualTo(Open.BACKSLASH);
        assertThat(Words.of("ecs \\\nservices").texts()).containsExactly("ecs", "services");
        assertThat(Words.of("eval '{\n}'").texts()).containsExactly("eval", "{\n}");
        assertThat(Words.of("ecs services").open()).isEqualTo(Open.NOTHING);
    }

    @Test
    void theLastWordIsWhatIsBeingTyped() {
        assertThat(Words.of("ecs ri").last().text()).isEqualTo("ri");
        assertThat(Words.of("ecs ri").beforeLast()).hasSize(1);
        assertThat(Words.of("ecs ").last().text()).isEmpty();
        assertThat(Words.of("ecs ").beforeLast()).hasSize(1);
        assertThat(Words.of("ecs 'a b").last().text()).isEqualTo("a b");
    }

    @Property
    void whatIsQuotedIsOneWord(@ForAll String text) {
        assertThat(Words.of("x " + Words.quoted(text)).texts()).containsExactly("x", text);
    }

    @Property
    void everyLineIsSplitWithoutFailure(@ForAll String line) {
        Words words = Words.of(line);

        assertThat(words.words()).allSatisfy(word -> assertThat(word.end()).isBetween(word.start(), line.length()));
        assertThat(words.beforeLast().size())
                .isBetween(words.words().size() - 1, words.words().size());
    }
}
