package io.agentctl.cli.config;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.permissions.PermissionCommands;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.settings.Inputs;
import java.util.List;

/** {@code agentctl config}: its verbs, with the use cases that they run. */
public final class ConfigCommands {

    private final Wiring wiring;
    private final PermissionCommands permissions;

    public ConfigCommands(Wiring wiring, PermissionCommands permissions) {
        this.wiring = wiring;
        this.permissions = permissions;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf("view", "Print every setting and where it comes from.", () -> new ConfigView(viewSettings())),
                new Leaf(
                        "contexts",
                        "List the places that commands can go to.",
                        () -> new ConfigContexts(listContexts())),
                new Leaf("use", "Choose where commands go from now on.", () -> new ConfigUse(useContext())),
                permissions.permissions());
    }

    private UseCase<SettingsView.Request, SettingsView> viewSettings() {
        return (request, progress) -> SettingsView.of(wiring.settings());
    }

    private UseCase<ContextList.Request, ContextList> listContexts() {
        return (request, progress) -> ContextList.of(wiring.settings());
    }

    private UseCase<ConfigUse.Request, ConfigUse.Result> useContext() {
        return (request, progress) ->
                new UserConfigFile(Inputs.userFile(wiring.surroundings().environment())).use(request.name());
    }
}
