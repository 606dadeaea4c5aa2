package io.agentctl.cli.console;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.remote.ControlPlane;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code console}. */
@Command(
        footer = {
            "agentctl console --context team        # print a link that signs a browser in, once",
            "xdg-open \"$(agentctl console --quiet)\"",
        })
public final class ConsoleLink implements Verb {

    private final Supplier<ControlPlane> plane;

    /**
     * Makes the verb.
     *
     * @param plane the control plane of the context
     */
    public ConsoleLink(Supplier<ControlPlane> plane) {
        this.plane = plane;
    }

    /**
     * A way into the console.
     *
     * @param link to be opened by a browser
     * @param until when it is no longer good; absent where nobody has to sign in
     */
    record Link(URI link, Optional<Instant> until) {}

    /** What a control plane answers. */
    record Code(String code, Instant until) {}

    /** Nothing has to be said. */
    record Asking() {}

    @Override
    public int call(Console console) {
        ControlPlane there = plane.get();
        Link link = link(there);
        link.until()
                .ifPresent(until -> console.say(
                        "It signs in once, until " + until.truncatedTo(ChronoUnit.SECONDS) + ". Show it to nobody."));
        console.print(Document.of(link, page -> page.line(link.link().toString())));
        return Exit.OK;
    }

    /** The code stands behind {@code #}, which browsers send to nobody, so that no log has it. */
    private static Link link(ControlPlane there) {
        try {
            Code code = there.post("v1/session/code", new Asking(), Code.class);
            return new Link(there.url().resolve("#/sign-in/" + code.code()), Optional.of(code.until()));
        } catch (AgentctlException refused) {
            if (refused.code() != ErrorCode.NOT_FOUND) {
                throw refused;
            }
            return new Link(there.url(), Optional.empty());
        }
    }
}
