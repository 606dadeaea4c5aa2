package io.agentctl.cli.completion;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.process.DetachedProcess;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.digest.Sha256;
import io.agentctl.control.settings.Folders;
import io.agentctl.control.settings.TargetFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code agentctl completion}, and what its scripts ask. */
public final class CompletionCommands {

    private static final int KEY_BYTES = 12;

    private final Wiring wiring;

    public CompletionCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * Prints scripts.
     *
     * @param commands picocli's model of all commands
     */
    public Verb script(Supplier<CommandSpec> commands) {
        return new CompletionScript(() -> CommandTable.of(commands.get()));
    }

    /** Prints names. */
    public Verb names() {
        wiring.expectCalls();
        return new CompleteNames(this::held, CompletionCommands::started);
    }

    private HeldNames held() {
        Path folder = Folders.cache(wiring.surroundings().environment())
                .resolve("names")
                .resolve(place(wiring.settings().toString()));
        return new HeldNames(new NameFiles(folder), new NameList(wiring)::of, Clock.systemUTC(), this::refreshLater);
    }

    /** A name for a place: equal settings lead to the same one. */
    private static String place(String settings) {
        return Sha256.hex(settings, KEY_BYTES);
    }

    private static Instant started() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    /** In a process of its own, which whoever waits for this one does not see. */
    private void refreshLater(NameKind kind) {
        List<String> command = new ArrayList<>(List.of(
                wiring.surroundings().home().resolve("agentctl").toString(),
                "__names",
                kind.name().toLowerCase(Locale.ROOT),
                "--refresh"));
        TargetFlags target = wiring.target();
        add(command, "--context", target.context());
        add(command, "--profile", target.profile());
        add(command, "--region", target.region());
        add(command, "--endpoint-url", target.endpointUrl());
        try {
            DetachedProcess.start(command, Map.of("AGENTCTL_BUILD", "never"), Path.of("/dev/null"));
        } catch (IOException withoutShell) {
            // It will be asked for in vain at the next key, and the one after it.
            return;
        }
    }

    private static void add(List<String> command, String option, Optional<String> value) {
        value.ifPresent(given -> command.addAll(List.of(option, given)));
    }
}
