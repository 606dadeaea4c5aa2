package io.agentctl.cli.wiring;

import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.control.aws.Rehearsal;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.place.Clients;
import java.util.function.Consumer;

/**
 * What the commands of one process share: usually there is one command, in a session there are many.
 *
 * @param rehearsal of calls of AWS, begun when a command is named that makes some
 * @param clients of AWS, by where they go
 * @param terminals where screens get their terminal from
 * @param begun hears of every operation that a command begins, before it acts
 * @param witness hears of every use case of the catalogue that a command has run
 */
public record Shared(
        Rehearsal rehearsal, Clients clients, TerminalSource terminals, Consumer<OperationId> begun, Witness witness) {

    /** A process of which nobody wants to hear. */
    public static Shared ofOneCommand() {
        return new Shared(new Rehearsal(), new Clients(), TerminalSource::ofSystem, begun -> {}, Witness.NOBODY);
    }
}
