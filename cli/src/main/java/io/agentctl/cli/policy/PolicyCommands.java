package io.agentctl.cli.policy;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.wiring.Wiring;
import java.util.List;
import java.util.stream.Stream;

/** {@code agentctl policy}: its verbs, with the use cases that they run. */
public final class PolicyCommands {

    private final Wiring wiring;

    public PolicyCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return Stream.concat(
                        new PolicyFileCommands(wiring).entries().stream(),
                        new PolicyStoreCommands(wiring).entries().stream())
                .toList();
    }
}
