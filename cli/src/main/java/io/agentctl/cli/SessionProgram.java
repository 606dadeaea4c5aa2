package io.agentctl.cli;

import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.completion.NameKind;
import io.agentctl.cli.completion.NameList;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.shell.Program;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.control.aws.Rehearsal;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.place.Clients;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program as its own session runs it: each line is an application of its own, and all share their AWS clients. */
final class SessionProgram implements Program {

    /** A session has no session in it. */
    private static final String SESSION = "shell";

    private final Surroundings surroundings;
    private final Rehearsal rehearsal;
    private final Clients clients = new Clients();
    private final AtomicReference<TerminalSource> terminals;
    private final Noun root;

    SessionProgram(Surroundings surroundings, Rehearsal rehearsal, TerminalSource terminals) {
        this.surroundings = surroundings;
        this.rehearsal = rehearsal;
        this.terminals = new AtomicReference<>(terminals);
        this.root = withoutSession(new CommandTree(wiring(Flags.NONE)).root());
    }

    @Override
    public Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Noun root() {
        return root;
    }

    @Override
    public CommandSpec spec(List<String> path) {
        CommandLine commandLine = CommandModel.forArguments(new GlobalOptions(Flags.NONE), root, path);
        for (String name : path) {
            commandLine = commandLine.getSubcommands().get(name);
        }
        return commandLine.getCommandSpec();
    }

    @Override
    public Ending run(List<String> words, Flags usual, Surroundings here) {
        GlobalOptions options = new GlobalOptions(usual);
        List<OperationId> operations = new CopyOnWriteArrayList<>();
        AtomicReference<ErrorCode> failure = new AtomicReference<>();
        Shared shared = new Shared(rehearsal, clients, terminals.get(), operations::add, Witness.NOBODY);
        Wiring wiring = new Wiring(here, options::flags, shared);
        int code = new Application(
                        here,
                        options,
                        withoutSession(new CommandTree(wiring).root()),
                        shared,
                        failed -> failure.set(failed.code()))
                .run(words.toArray(String[]::new));
        return new Ending(
                code,
                Optional.ofNullable(failure.get()),
                operations,
                options.flags().target());
    }

    @Override
    public Settings settings(TargetFlags target) {
        return SettingsReader.read(Inputs.read(target, surroundings.environment(), surroundings.directory()));
    }

    @Override
    public List<String> names(NameKind kind, TargetFlags target) {
        return new NameList(wiring(Flags.NONE.to(target).readOnly())).of(kind);
    }

    @Override
    public TerminalSource terminals() {
        return terminals.get();
    }

    @Override
    public void lend(TerminalSource source) {
        terminals.set(source);
    }

    @Override
    public void forgetCredentials() {
        clients.forget();
    }

    private Wiring wiring(Flags flags) {
        return new Wiring(
                surroundings,
                () -> flags,
                new Shared(rehearsal, clients, terminals.get(), begun -> {}, Witness.NOBODY));
    }

    private static Noun withoutSession(Noun root) {
        return new Noun(root.name(), root.description(), () -> root.entries().get().stream()
                .filter(entry -> !entry.name().equals(SESSION))
                .toList());
    }
}
