package io.agentctl.cli.completion;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code __names}: what shells ask while somebody types. */
@Command(footer = "agentctl __names service --context prod")
public final class CompleteNames implements Verb {

    /** What a key may take, the start of the process included. */
    static final Duration PATIENCE = Duration.ofMillis(300);

    /** What has the names of all kinds asked for, so that they are known by the time they are wanted. */
    private static final String ALL = "warm";

    @Parameters(index = "0", paramLabel = "KIND", description = "What has the names; or warm, to ask for all.")
    private String kind;

    @Option(names = "--refresh", description = "Ask for them, and print nothing.")
    private boolean refresh;

    private final Supplier<HeldNames> names;
    private final Supplier<Instant> started;

    CompleteNames(Supplier<HeldNames> names, Supplier<Instant> started) {
        this.names = names;
        this.started = started;
    }

    @Override
    public int call(Console console) {
        HeldNames held = names.get();
        if (kind.equals(ALL)) {
            Arrays.stream(NameKind.values())
                    .filter(each -> each != NameKind.FILE)
                    .parallel()
                    .forEach(held::refresh);
        } else if (refresh) {
            held.refresh(named());
        } else {
            Duration left = PATIENCE.minus(Duration.between(started.get(), Instant.now()));
            List<String> found = held.within(named(), left.isNegative() ? Duration.ZERO : left);
            console.print(Document.of(new Known(found), page -> found.forEach(page::line)));
        }
        return Exit.OK;
    }

    /** What is printed. */
    record Known(List<String> names) {}

    private NameKind named() {
        return NameKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }
}
