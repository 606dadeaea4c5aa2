package io.agentctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.command.Verb;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class ApplicationTest {

    @TempDir
    Path folder;

    @Command
    private record Failing(RuntimeException failure) implements Verb {
        @Override
        public int call(io.agentctl.cli.terminal.Console console) {
            throw failure;
        }
    }

    private Outcome failWith(RuntimeException failure, String... options) {
        Noun root = new Noun("agentctl", "", () -> List.of(new Leaf("fail", "Fails.", () -> new Failing(failure))));
        String[] arguments = new String[options.length + 1];
        arguments[0] = "fail";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Commands.in(folder).run(root, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "-h", "help"})
    void printsHelpToStdout(String line) {
        Outcome outcome = Commands.in(folder).run(line);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("Usage: agentctl NOUN VERB [OPTIONS]")
                .contains("--context NAME", "config");
        assertThat(outcome.talk()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"config use --help", "help config use", "config use -h", "config use x --help"})
    void printsTheHelpOfOneVerb(String line) {
        Outcome outcome = Commands.in(folder).run(line);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                Usage: agentctl config use [OPTIONS] NAME

                Choose where commands go from now on.

                Parameters:
                  NAME  A context, as 'agentctl config contexts' lists it.

                Examples:
                  agentctl config use sandbox
                  agentctl config contexts        # which are there?

                Options that every command takes: 'agentctl --help'.
                """);
    }

    @Test
    void printsTheVersion() {
        Outcome outcome = Commands.in(folder).run("--version");

        assertThat(outcome).isEqualTo(new Outcome(0, "agentctl (not packaged)\n", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            confg view          | unknown command 'confg' for 'agentctl'             | Did you mean config? See 'agentctl --help'.
            config veiw         | unknown verb 'veiw' for 'agentctl config'          | Did you mean view? See 'agentctl config --help'.
            config view --contxt| unknown option --contxt for 'agentctl config view' | Did you mean --context? See 'agentctl config view --help'.
            config view --rgion=x| unknown option --rgion for 'agentctl config view' | Did you mean --region? See 'agentctl config view --help'.
            config view zzz     | 'zzz' is one argument too many for 'agentctl config view' | See 'agentctl config view --help'.
            config              | 'agentctl config' needs a verb                     | See 'agentctl config --help'.
            config use          | Missing required parameter: 'NAME'                 | See 'agentctl config use --help'.
            config view -o yml  | Invalid value for option '--output': 'yml' is not one of table, wide, json, yaml, jsonl, csv, ical, md, html, junit | See 'agentctl config view --help'.
            config view --timeout soon | Invalid value for option '--timeout': 'soon' is not a duration such as 90s, 10m, 1h30m or 14d | See 'agentctl config view --help'.
            """)
    void aMistakeOnTheCommandLineIsExplainedInTwoLines(String line, String message, String advice) {
        Outcome outcome = Commands.in(folder).run(line);

        assertThat(outcome).isEqualTo(new Outcome(64, "", "agentctl: " + message + "\n  " + advice + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--context sandbox config view --query settings[0].value",
                "config --context sandbox view --query settings[0].value",
                "config view --context sandbox --query settings[0].value",
                "--query settings[0].value config view --context=sandbox",
            })
    void globalOptionsMayStandAnywhere(String line) {
        Outcome outcome = Commands.in(folder).run(line);

        assertThat(outcome).isEqualTo(new Outcome(0, "sandbox\n", ""));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void aFailureEndsWithItsOwnCode(ErrorCode code) {
        Outcome outcome = failWith(new AgentctlException(code, "service api is not there", "Look again."));

        assertThat(outcome)
                .isEqualTo(new Outcome(code.exitCode(), "", "agentctl: service api is not there\n  Look again.\n"));
    }

    @Test
    void theRequestIdIsPrinted() {
        Outcome outcome = failWith(new AgentctlException(ErrorCode.NOT_ALLOWED, "no", "", "id-1", null));

        assertThat(outcome.talk()).isEqualTo("agentctl: no\n  AWS request id: id-1\n");
    }

    @Test
    void whatNobodyExpectedIsOurBug() {
        Outcome outcome = failWith(new IllegalStateException("upside down"));

        assertThat(outcome.code()).isEqualTo(70);
        assertThat(outcome.talk())
                .startsWith("agentctl: java.lang.IllegalStateException: upside down\n")
                .contains("This is a bug in agentctl.", "--debug")
                .doesNotContain("\tat ");
    }

    @Test
    void debugShowsWhereItCameFrom() {
        Outcome outcome = failWith(new AgentctlException(ErrorCode.FAILED, "no", ""), "--debug");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("\tat io.agentctl.cli.ApplicationTest");
    }
}
