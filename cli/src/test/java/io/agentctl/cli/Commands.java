package io.agentctl.cli;

import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.option.Converters;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.permissions.CommandNeeds;
import io.agentctl.cli.terminal.SignalInterrupts;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs commands in this process, in a folder and an environment of their own. */
public final class Commands {

    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;
    private Path home;
    private Streams streams = Streams.NONE;
    private String answers = "";
    private Witness witness = Witness.NOBODY;

    private Commands(Path folder) {
        this.folder = folder;
        this.home = folder;
        environment.put("HOME", folder.toString());
    }

    /** What a command printed and how it ended. */
    public record Outcome(int code, String out, String talk) {}

    /** Commands whose working and home directory is an (empty) folder. */
    public static Commands in(Path folder) {
        return new Commands(folder);
    }

    /**
     * Commands in the folder of project acme, whose operations are kept in files and whose AWS is a sandbox.
     *
     * @param settings further lines of the project file
     */
    public static Commands ofProject(Path folder, Sandbox sandbox, String... settings) throws IOException {
        String file = "project: acme\njournal: file\n" + String.join("\n", settings) + "\n";
        Files.writeString(folder.resolve("agentctl.yaml"), file);
        return in(folder).at(sandbox);
    }

    /** Makes a sandbox the place where commands go. */
    public Commands at(Sandbox sandbox) {
        return with("AGENTCTL_CONTEXT", "sandbox")
                .with("AGENTCTL_ENDPOINT_URL", sandbox.endpoint().toString());
    }

    /** Sets a variable. */
    public Commands with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Says where the program's own files are. */
    public Commands installedAt(Path other) {
        home = other;
        return this;
    }

    /** Makes stdin, stdout and stderr what they should be. */
    public Commands on(Streams other) {
        streams = other;
        return this;
    }

    /** Types answers, a line each. */
    public Commands answering(String lines) {
        answers = lines;
        return this;
    }

    /** Has somebody hear of the use cases that commands run. */
    public Commands before(Witness other) {
        witness = other;
        return this;
    }

    /** Every verb of the program, as it is typed. */
    public static List<String> verbs() {
        Wiring wiring = new Wiring(
                in(Path.of(".")).surroundings(new StringWriter(), new StringWriter()),
                () -> Flags.NONE,
                Shared.ofOneCommand());
        return verbs("", new CommandTree(wiring).root()).toList();
    }

    /** What commands may run. */
    public static CommandNeeds needs() {
        StringWriter nowhere = new StringWriter();
        Surroundings surroundings = in(Path.of(".")).surroundings(nowhere, nowhere);
        return new CommandNeeds(witness -> {
            Shared usual = Shared.ofOneCommand();
            usual.rehearsal().forgo();
            Shared heard = new Shared(usual.rehearsal(), usual.clients(), usual.terminals(), usual.begun(), witness);
            return new CommandTree(new Wiring(surroundings, () -> Flags.NONE, heard)).root();
        });
    }

    private static Stream<String> verbs(String path, Noun noun) {
        return noun.entries().get().stream().flatMap(entry -> switch (entry) {
            case Noun inner -> verbs(path + inner.name() + " ", inner);
            case Leaf leaf -> Stream.of(path + leaf.name());
        });
    }

    /** Runs a command of the program, its words separated by spaces. */
    public Outcome run(String line) {
        return run(line.isEmpty() ? new String[0] : line.split(" "));
    }

    /** Runs a command of the program. */
    public Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter talk = new StringWriter();
        Surroundings surroundings = surroundings(out, talk);
        Shared usual = Shared.ofOneCommand();
        Shared shared = new Shared(usual.rehearsal(), usual.clients(), usual.terminals(), usual.begun(), witness);
        int code = Application.of(surroundings, new GlobalOptions(Flags.NONE), shared, failed -> {})
                .run(arguments);
        return new Outcome(code, out.toString(), talk.toString());
    }

    /** Runs a command of another tree. */
    public Outcome run(Noun root, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter talk = new StringWriter();
        int code = new Application(
                        surroundings(out, talk),
                        new GlobalOptions(Flags.NONE),
                        root,
                        Shared.ofOneCommand(),
                        failed -> {})
                .run(arguments);
        return new Outcome(code, out.toString(), talk.toString());
    }

    /** Picocli's model of all commands. */
    public CommandSpec model() {
        GlobalOptions options = new GlobalOptions(Flags.NONE);
        return CommandModel.whole(options, tree(options)).getCommandSpec();
    }

    /** What is wrong with a command's words, without running it. */
    public Optional<String> mistake(List<String> words) {
        GlobalOptions options = new GlobalOptions(Flags.NONE);
        try {
            Converters.register(CommandModel.forArguments(options, tree(options), words))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setAllowSubcommandsAsOptionParameters(true)
                    .parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException mistake) {
            return Optional.of(mistake.getMessage());
        }
    }

    private Noun tree(GlobalOptions options) {
        StringWriter nowhere = new StringWriter();
        return new CommandTree(new Wiring(surroundings(nowhere, nowhere), options::flags, Shared.ofOneCommand()))
                .root();
    }

    private Surroundings surroundings(StringWriter out, StringWriter talk) {
        return new Surroundings(
                Map.copyOf(environment),
                folder,
                home,
                streams,
                new BufferedReader(new StringReader(answers)),
                new PrintWriter(out),
                new PrintWriter(talk),
                new SignalInterrupts(new PrintWriter(talk)));
    }
}
