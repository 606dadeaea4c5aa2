package io.agentctl.cli;

import io.agentctl.cli.config.ConfigUse;
import io.agentctl.cli.config.ContextList;
import io.agentctl.cli.config.SettingsView;
import io.agentctl.cli.config.UserConfigFile;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.settings.Inputs;
import io.agentctl.cli.settings.Settings;
import io.agentctl.cli.settings.SettingsReader;
import io.agentctl.control.UseCase;
import java.util.function.Supplier;

/**
 * Makes the use cases by hand. Commands are made before the command line is parsed, so each use case here reads the
 * settings, and builds what it needs, only when it is run.
 */
final class Composition {

    private final Surroundings surroundings;
    private final Supplier<Flags> flags;

    /**
     * Composes nothing yet.
     *
     * @param flags the global options, once they are parsed
     */
    Composition(Surroundings surroundings, Supplier<Flags> flags) {
        this.surroundings = surroundings;
        this.flags = flags;
    }

    UseCase<SettingsView.Request, SettingsView> viewSettings() {
        return (request, progress) -> SettingsView.of(settings());
    }

    UseCase<ContextList.Request, ContextList> listContexts() {
        return (request, progress) -> ContextList.of(settings());
    }

    UseCase<ConfigUse.Request, ConfigUse.Result> useContext() {
        return (request, progress) ->
                new UserConfigFile(Inputs.userFile(surroundings.environment())).use(request.name());
    }

    private Settings settings() {
        return SettingsReader.read(
                Inputs.read(flags.get().target(), surroundings.environment(), surroundings.directory()));
    }
}
