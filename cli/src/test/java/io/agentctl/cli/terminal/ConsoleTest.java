package io.agentctl.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Streams.Stream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

class ConsoleTest {

    private static final Streams TERMINAL =
            new Streams(true, new Stream(OptionalInt.of(40), false, true), new Stream(OptionalInt.of(40), true, true));

    @TempDir
    Path folder;

    /** Changes something, if it may. */
    @Command
    private static final class Change implements Verb {
        @Override
        public int call(Console console) {
            console.confirm("Apply this change?");
            console.print(Document.of(new Done("api"), page -> page.line("changed")));
            return 0;
        }
    }

    /** Loses something for good, if it may. */
    @Command
    private static final class Remove implements Verb {
        @Override
        public int call(Console console) {
            console.confirmIrreversible("The table orders and all in it will be gone.", "orders");
            console.print(Document.of(new Done("orders"), page -> page.line("gone")));
            return 0;
        }
    }

    /** Takes a while. */
    @Command
    private static final class Work implements Verb {
        @Override
        public int call(Console console) {
            console.progress().advance("reading", 1, 4);
            console.progress().advance("reading", 2, 4);
            console.progress().say("half way");
            console.progress().advance("reading", 4, 4);
            console.warn("slow today");
            console.show(Document.of(new Done("plan"), page -> page.line("a plan")));
            console.print(Document.of(new Done("api"), page -> page.line("done")));
            return 0;
        }
    }

    private record Done(String what) {}

    private static final Noun TREE = new Noun(
            "agentctl",
            "",
            () -> List.of(
                    new Leaf("change", "Changes.", Change::new),
                    new Leaf("remove", "Removes.", Remove::new),
                    new Leaf("work", "Works.", Work::new)));

    @ParameterizedTest
    @CsvSource({"y, 0", "YES, 0", "n, 1", "'', 1", "yesterday, 1"})
    void aChangeIsAskedForOnATerminal(String answer, int code) {
        Outcome outcome =
                Commands.in(folder).on(TERMINAL).answering(answer + "\n").run(TREE, "change");

        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.talk()).startsWith("Apply this change? [y/N] ");
        assertThat(outcome.out()).isEqualTo(code == 0 ? "changed\n" : "");
    }

    @Test
    void aChangeIsRefusedWhereNobodyCanBeAsked() {
        Outcome outcome = Commands.in(folder).run(TREE, "change");

        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                64,
                                "",
                                """
                agentctl: a change must be confirmed, and stdin is not a terminal
                  Pass --yes to change without being asked. Nothing was changed.
                """));
    }

    @Test
    void noInputMeansNoQuestionEvenOnATerminal() {
        Outcome outcome = Commands.in(folder).on(TERMINAL).run(TREE, "change", "--no-input");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.talk()).contains("--no-input was given", "--yes");
    }

    @Test
    void yesIsAnAnswer() {
        assertThat(Commands.in(folder).run(TREE, "change", "--yes")).isEqualTo(new Outcome(0, "changed\n", ""));
        assertThat(Commands.in(folder).run(TREE, "remove", "-y")).isEqualTo(new Outcome(0, "gone\n", ""));
    }

    @Test
    void readOnlyRefusesEvenWithYes() {
        Outcome outcome = Commands.in(folder).run(TREE, "change", "--yes", "--read-only");

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"orders, 0", "order, 1", "y, 1"})
    void whatCannotBeUndoneAsksForTheName(String answer, int code) {
        Outcome outcome =
                Commands.in(folder).on(TERMINAL).answering(answer + "\n").run(TREE, "remove");

        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.talk())
                .startsWith("The table orders and all in it will be gone.\n")
                .contains("Type orders");
    }

    @Test
    void withoutATerminalOnlySentencesAreSaid() {
        assertThat(Commands.in(folder).run(TREE, "work"))
                .isEqualTo(new Outcome(0, "done\n", "half way\nslow today\na plan\n"));
    }

    @Test
    void verboseCountsInLines() {
        assertThat(Commands.in(folder).run(TREE, "work", "--verbose").talk())
                .isEqualTo(
                        """
                reading: 1 of 4
                reading: 2 of 4
                half way
                reading: 4 of 4
                slow today
                a plan
                """);
    }

    @Test
    void quietSaysOnlyWhatWasAskedToBeShown() {
        assertThat(Commands.in(folder).run(TREE, "work", "--quiet")).isEqualTo(new Outcome(0, "done\n", "a plan\n"));
    }

    @Test
    void aTerminalHasABarThatIsGoneInTheEnd() {
        String talk = Commands.in(folder).on(TERMINAL).run(TREE, "work").talk();

        assertThat(talk)
                .isEqualTo("\r\u001b[K██████░░░░░░░░░░░░░░░░░░ 1/4 reading"
                        + "\r\u001b[K████████████░░░░░░░░░░░░ 2/4 reading"
                        + "\r\u001b[Khalf way\n"
                        + "\u001b[33mslow today\u001b[0m\na plan\n");
    }
}
