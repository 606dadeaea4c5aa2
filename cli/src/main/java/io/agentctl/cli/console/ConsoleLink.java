package io.agentctl.cli.console;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.console.Links.Link;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code console}. */
@Command(
        footer = {
            "agentctl console --context team        # print a link that signs a browser in, once",
            "xdg-open \"$(agentctl console --quiet)\"",
        })
public final class ConsoleLink implements Verb {

    private final Supplier<Links> links;

    /**
     * Makes the verb.
     *
     * @param links of the control plane of the context
     */
    public ConsoleLink(Supplier<Links> links) {
        this.links = links;
    }

    @Override
    public int call(Console console) {
        Link link = links.get().make();
        link.until()
                .ifPresent(until -> console.say(
                        "It signs in once, until " + until.truncatedTo(ChronoUnit.SECONDS) + ". Show it to nobody."));
        console.print(Document.of(link, page -> page.line(link.link())));
        return Exit.OK;
    }
}
