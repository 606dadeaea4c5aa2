package io.agentctl.cli.ecs;

import io.agentctl.cli.ecs.workbench.Calls;
import io.agentctl.cli.ecs.workbench.Workbench;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.chart.Alphabet;
import io.agentctl.cli.screen.Look;
import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.terminal.Console;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RiskAppetite;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code ecs rightsize -i}: whether there is a terminal for it, and what it leaves behind.
 *
 * @param streams which streams are terminals
 * @param environment for TERM
 * @param terminals where its terminal comes from
 * @param context the context's name, once it is asked for
 */
record Interactive(
        Streams streams,
        Map<String, String> environment,
        TerminalSource terminals,
        Supplier<String> context,
        Calls calls) {

    /**
     * Shows it until somebody leaves it.
     *
     * @return why it could not be shown; empty once it was
     */
    Optional<String> show(Console console, Services services, Budgets budgets, RiskAppetite appetite) {
        String type = environment.getOrDefault("TERM", "dumb");
        if (!streams.questions() || !streams.results().isTerminal()) {
            return Optional.of("needs a terminal to type at");
        }
        if (type.equals("dumb")) {
            return Optional.of("needs a terminal that can move its cursor; TERM is dumb");
        }
        Theme theme = new Theme(
                streams.results().colour() && !console.flags().noColor(),
                streams.results().unicode());
        Look look = new Look(theme, Alphabet.of(theme, environment), ZoneId.systemDefault());
        Workbench.Outcome outcome =
                new Workbench(terminals, calls, look).show(context.get(), services, budgets, appetite);
        outcome.change().ifPresent(console::say);
        return outcome.lacking();
    }
}
