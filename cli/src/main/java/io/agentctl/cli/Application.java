package io.agentctl.cli;

import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.error.ErrorEdge;
import io.agentctl.cli.option.Converters;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.terminal.Console;
import io.agentctl.cli.terminal.Streams.Stream;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.error.AgentctlException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a function: from arguments and surroundings to output and an exit code. */
public final class Application {

    private static final int HELP_COLUMNS = 100;

    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final Noun root;
    private final Shared shared;
    private final Consumer<AgentctlException> failures;

    /**
     * Makes an application, which runs one command.
     *
     * @param options as yet without values
     * @param root the commands
     * @param shared what it shares with other commands
     * @param failures hears how the command failed, if it does so in a way that is known
     */
    Application(
            Surroundings surroundings,
            GlobalOptions options,
            Noun root,
            Shared shared,
            Consumer<AgentctlException> failures) {
        this.surroundings = surroundings;
        this.options = options;
        this.root = root;
        this.shared = shared;
        this.failures = failures;
    }

    /** The program as it is delivered. */
    static Application of(Surroundings surroundings) {
        return of(surroundings, new GlobalOptions(Flags.NONE), Shared.ofOneCommand(), ignored -> {});
    }

    /** One command of several in a process. */
    static Application of(
            Surroundings surroundings, GlobalOptions options, Shared shared, Consumer<AgentctlException> failures) {
        Wiring wiring = new Wiring(surroundings, options::flags, shared);
        return new Application(surroundings, options, new CommandTree(wiring).root(), shared, failures);
    }

    /**
     * Keeps picocli from what it would do at every start and we never need: looking for Groovy's classes in every jar
     * of the class path, and reading by reflection how to convert to each type of {@code java.time} and
     * {@code java.sql}. Together they took 40 ms, half as much as starting the JVM. The types that options have are in
     * {@link Converters}.
     */
    static void quicken() {
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", ".*");
    }

    /** Parses, runs and reports. Never throws. */
    int run(String... arguments) {
        List<String> words = rearranged(List.of(arguments));
        if (words.contains("--help") || words.contains("-h")) {
            shared.rehearsal().forgo();
        }
        CommandLine commandLine = configured(CommandModel.forArguments(options, root, words));
        int code = commandLine.execute(words.toArray(String[]::new));
        surroundings.out().flush();
        surroundings.talk().flush();
        return code;
    }

    private CommandLine configured(CommandLine commandLine) {
        ErrorEdge errors = new ErrorEdge(options::flags, surroundings.streams().talk(), failures);
        return Converters.register(commandLine)
                .setOut(surroundings.out())
                .setErr(surroundings.talk())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                // '--context sandbox' is not the noun.
                .setAllowSubcommandsAsOptionParameters(true)
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private int execute(ParseResult parsed) {
        List<CommandLine> path = parsed.asCommandLineList();
        for (CommandLine command : path) {
            if (command.isUsageHelpRequested()) {
                return help(command);
            }
            if (command.isVersionHelpRequested()) {
                command.printVersionHelp(command.getOut(), Ansi.OFF);
                return Exit.OK;
            }
        }
        CommandLine named = path.getLast();
        if (!(named.getCommandSpec().userObject() instanceof Verb verb)) {
            return withoutVerb(named);
        }
        try {
            return verb.call(Console.open(
                    options.flags(),
                    surroundings.streams(),
                    surroundings.out(),
                    surroundings.talk(),
                    surroundings.answers(),
                    surroundings.interrupts()));
        } catch (RuntimeException | Error failure) {
            throw new ExecutionException(named, "failed", failure);
        }
    }

    /** {@code agentctl} alone is a newcomer's question; a noun alone is a mistake, which a script must notice. */
    private int withoutVerb(CommandLine named) {
        if (named.getParent() == null) {
            return help(named);
        }
        throw new ParameterException(named, "'" + named.getCommandSpec().qualifiedName() + "' needs a verb");
    }

    private int help(CommandLine command) {
        Stream results = surroundings.streams().results();
        Theme theme = new Theme(results.colour() && !options.flags().noColor(), results.unicode());
        int columns = Math.min(results.columns().orElse(HELP_COLUMNS), HELP_COLUMNS);
        new HelpPage(command.getOut(), theme, columns).print(command.getCommandSpec());
        return Exit.OK;
    }

    /** {@code agentctl help ecs services} asks for the same as {@code agentctl ecs services --help}. */
    private static List<String> rearranged(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("help")) {
            return arguments;
        }
        List<String> words = new ArrayList<>(arguments.subList(1, arguments.size()));
        words.add("--help");
        return words;
    }
}
