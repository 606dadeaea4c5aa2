package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.completion.NameKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be typed next, over the program's whole command tree. */
class CompletionTest {

    private final TypedLines typed = new TypedLines();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            e                              | [ecs, exit]
            ecs ri                         | [rightsize]
            agentctl ecs ri                | [rightsize]
            ecs rightsize a                | [api, api-worker]
            ecs rightsize api r            | [reasoning]
            ecs rightsize --al             | [--all, --alternatives]
            ecs rightsize --risk           | [--risk]
            ecs rightsize --risk h         | [high]
            ecs rightsize --risk=m         | [--risk=medium]
            ecs services -o j              | [json, jsonl, junit]
            ecs services --context p       | [prod]
            --context s                    | [sandbox]
            config use s                   | [sandbox]
            use pr                         | [prod]
            watch ecs ser                  | [services]
            watch --e                      | [--every, --endpoint-url]
            help ec                        | [ecs]
            ops undo op                    | [op-20261201-000000-aaaaa]
            policy show c                  | [cap]
            alarms history a               | [acme-slow]
            table switch x --to on         | [on-demand]
            ecs nothing a                  | []
            exit a                         | []
            """)
    void theEndOfALineIsCompleted(String line, String expected) {
        assertThat(typed.suggested(line).toString()).isEqualTo(expected);
    }

    @Test
    void afterASpaceComesWhatMayFollow() {
        assertThat(typed.suggested("ecs ")).contains("services", "rightsize").doesNotContain("use");
        assertThat(typed.suggested("")).contains("ecs", "use", "undo", "watch", "notes", "help", "exit");
        assertThat(typed.suggested("ecs rightsize ")).containsExactly("api", "api-worker", "reasoning");
        assertThat(typed.suggested("ecs rightsize --risk ")).containsExactly("low", "medium", "high");
    }

    @Test
    void anOptionThatWasGivenIsNotOfferedAgainAndItsOwnComeFirst() {
        assertThat(typed.suggested("ecs rightsize --all --")).doesNotContain("--all");
        assertThat(typed.suggested("ecs rightsize --").getFirst()).isNotEqualTo("--context");
        assertThat(typed.suggested("ecs rightsize --")).contains("--context", "--apply");
    }

    @Test
    void namesThatAreNotThereYetLeaveNothingToOffer() {
        typed.know(NameKind.SERVICE, List.of());

        assertThat(typed.suggested("ecs rightsize ")).isEmpty();
    }

    @Test
    void everyCommandOfTheTreeCanBeTypedByCompletionAlone() {
        List<String> missing = new ArrayList<>();
        visit(typed.program().root(), "", missing);

        assertThat(missing).isEmpty();
    }

    private void visit(Noun noun, String before, List<String> missing) {
        for (Entry entry : noun.listed()) {
            String line = before + entry.name();
            if (!typed.suggested(line).contains(entry.name())) {
                missing.add(line);
            }
            // Its options are asked for too: none may fail.
            if (entry instanceof Noun inner) {
                visit(inner, line + " ", missing);
            } else if (!typed.suggested(line + " --").contains("--context")) {
                missing.add(line + " --context");
            }
        }
    }
}
