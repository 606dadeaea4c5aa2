package io.agentctl.cli.dash;

import io.agentctl.cli.output.Theme;
import io.agentctl.cli.terminal.Streams;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What there is to show a dashboard on.
 *
 * @param streams which streams are terminals
 * @param environment for TERM
 * @param context where it is looked, once that is asked for
 * @param live shows it on a terminal; made only where there is one
 */
record Stage(Streams streams, Map<String, String> environment, Supplier<String> context, Supplier<Live> live) {

    /** Whether somebody sits there. */
    boolean isTerminal() {
        return streams.questions() && streams.results().isTerminal();
    }

    /** Whether the terminal cannot move its cursor. */
    boolean dumb() {
        return environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    Theme theme(boolean noColor) {
        return new Theme(
                streams.results().colour() && !noColor, streams.results().unicode());
    }
}
