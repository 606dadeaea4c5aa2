package io.agentctl.cli.shell;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.shell.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be typed. A verb's options are made when it is first typed and kept: to make one takes milliseconds, and
 * each key asks.
 */
final class Grammar {

    /** The option of {@code watch}. */
    static final OptionSpec EVERY = OptionSpec.builder("--every")
            .type(java.time.Duration.class)
            .paramLabel("DURATION")
            .description("How long to wait before it is run again; default: 5s.")
            .build();

    private static final String PROGRAM = "agentctl";

    private final Noun root;
    private final Function<List<String>, CommandSpec> maker;
    private final Map<List<String>, CommandSpec> specs = new ConcurrentHashMap<>();

    /**
     * Makes a grammar.
     *
     * @param root the command tree
     * @param maker of the picocli model of the noun or verb at a path
     */
    Grammar(Noun root, Function<List<String>, CommandSpec> maker) {
        this.root = root;
        this.maker = maker;
    }

    /** Says what words are. Never fails: what is not known is told as such. */
    Reading read(List<Word> words) {
        Reader reader = new Reader();
        for (Word word : words) {
            reader.take(word);
        }
        return reader.reading();
    }

    /** Two threads may make the same at once: a key waits for nothing but its own. */
    private CommandSpec spec(List<String> path) {
        CommandSpec known = specs.get(path);
        if (known == null) {
            known = maker.apply(List.copyOf(path));
            CommandSpec first = specs.putIfAbsent(List.copyOf(path), known);
            known = first == null ? known : first;
        }
        return known;
    }

    /** Takes the words of one line, one after the other. */
    private final class Reader {

        private final List<Token> tokens = new ArrayList<>();
        private final List<String> path = new ArrayList<>();
        private Optional<SessionCommand> session = Optional.empty();
        private Optional<ArgSpec> awaited = Optional.empty();
        private Entry at = root;
        private int parameters;
        private boolean optionsOver;

        void take(Word word) {
            if (word.text().equals("?")) {
                add(word, Kind.COMMAND, Optional.empty());
            } else if (awaited.isPresent()) {
                add(word, Kind.VALUE, awaited);
                awaited = Optional.empty();
            } else if (word.isOption() && !optionsOver) {
                option(word);
            } else if (tokens.isEmpty() && word.text().equals(PROGRAM)) {
                add(word, Kind.COMMAND, Optional.empty());
            } else if (at instanceof Noun noun) {
                command(word, noun);
            } else {
                parameter(word);
            }
        }

        private void option(Word word) {
            if (word.text().equals("--")) {
                optionsOver = true;
                add(word, Kind.OPTION, Optional.empty());
                return;
            }
            Optional<OptionSpec> option = find(word.text());
            if (option.isEmpty()) {
                add(word, Kind.UNKNOWN, Optional.empty());
                return;
            }
            Token token = new Token(word, Kind.OPTION, option.map(found -> found));
            tokens.add(token);
            boolean takesValue = option.get().arity().max() > 0;
            if (takesValue && !token.holdsValue()) {
                awaited = token.argument();
            }
        }

        private Optional<OptionSpec> find(String text) {
            Map<String, OptionSpec> options = spec(path).optionsMap();
            int equals = text.indexOf('=');
            String name = equals > 0 ? text.substring(0, equals) : text;
            if (session.filter(SessionCommand.WATCH::equals).isPresent()
                    && EVERY.longestName().equals(name)) {
                return Optional.of(EVERY);
            }
            OptionSpec exact = options.get(name);
            if (exact != null || name.startsWith("--") || name.length() <= 2) {
                return Optional.ofNullable(exact);
            }
            return Optional.ofNullable(options.get(name.substring(0, 2)))
                    .filter(option -> option.arity().max() > 0);
        }

        private void command(Word word, Noun noun) {
            Optional<SessionCommand> own =
                    path.isEmpty() && session.isEmpty() ? SessionCommand.named(word.text()) : Optional.empty();
            if (own.isPresent()) {
                session = own;
                add(word, Kind.COMMAND, Optional.empty());
                return;
            }
            if (session.isPresent() && !session.get().takesCommand()) {
                parameter(word);
                return;
            }
            Optional<Entry> entry = noun.entries().get().stream()
                    .filter(candidate -> candidate.name().equals(word.text()))
                    .findFirst();
            add(word, entry.isPresent() ? Kind.COMMAND : Kind.UNKNOWN, Optional.empty());
            entry.ifPresent(found -> {
                path.add(found.name());
                at = found;
            });
        }

        private void parameter(Word word) {
            Optional<ArgSpec> next = reading().nextParameter();
            boolean ofSession = session.isPresent() && !session.get().takesCommand();
            boolean taken = ofSession ? parameters < session.get().mostParameters() : next.isPresent();
            add(word, taken ? Kind.PARAMETER : Kind.UNKNOWN, ofSession ? Optional.empty() : next);
            parameters++;
        }

        private void add(Word word, Kind kind, Optional<ArgSpec> argument) {
            tokens.add(new Token(word, kind, argument));
        }

        Reading reading() {
            return new Reading(tokens, session, path, at, spec(path), awaited, parameters);
        }
    }
}
