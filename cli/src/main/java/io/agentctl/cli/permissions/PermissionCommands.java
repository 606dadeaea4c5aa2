package io.agentctl.cli.permissions;

import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.cli.wiring.Witness;
import java.util.function.Function;

/** {@code agentctl config permissions}, with what it runs. */
public final class PermissionCommands {

    private final Wiring wiring;
    private final Function<Witness, Noun> tree;

    /** @param tree the program's commands, made before a witness */
    public PermissionCommands(Wiring wiring, Function<Witness, Noun> tree) {
        this.wiring = wiring;
        this.tree = tree;
    }

    /** The verb. */
    public Leaf permissions() {
        return new Leaf(
                "permissions",
                "Print the policy of IAM that commands, or a role, need.",
                () -> new ConfigPermissions(new ShowPermissions(() -> new CommandNeeds(tree)), wiring::settings));
    }
}
