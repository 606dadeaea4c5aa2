package io.agentctl.cli.shell;

import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.completion.NameKind;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.TargetFlags;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The program, as a session uses it. */
public interface Program {

    /** What is outside of it. */
    Surroundings surroundings();

    /** Its commands, without the session itself. */
    Noun root();

    /** Picocli's model of the noun or verb at a path. */
    CommandSpec spec(List<String> path);

    /**
     * Runs one command to its end. Never throws.
     *
     * @param words without the program's name
     * @param usual the options that count where the command does not say otherwise
     * @param here where it reads and writes
     */
    Ending run(List<String> words, Flags usual, Surroundings here);

    /**
     * The settings of commands that go there.
     *
     * @throws io.agentctl.control.error.AgentctlException BAD_CONFIGURATION
     */
    Settings settings(TargetFlags target);

    /** The names of a kind there. Calls, and takes the time that it takes. */
    List<String> names(NameKind kind, TargetFlags target);

    /** Where the session gets its terminal from. */
    TerminalSource terminals();

    /** From now on screens of commands are drawn on this terminal. */
    void lend(TerminalSource source);

    /** Takes credentials anew from now on. */
    void forgetCredentials();

    /**
     * How a command ended.
     *
     * @param code its exit code
     * @param failure why it failed, if it is known
     * @param operations what it began, in order
     * @param target where it went
     */
    record Ending(int code, Optional<ErrorCode> failure, List<OperationId> operations, TargetFlags target) {
        public Ending {
            operations = List.copyOf(operations);
        }
    }
}
