package io.agentctl.control.lambda;

import io.agentctl.control.progress.ProgressListener;
import java.util.List;

/** Deletes versions, but never one that somebody's alias points at. */
final class VersionRemoval {

    private final FunctionsGateway functions;
    private final Settling settling;
    private final FunctionWriter writer;

    VersionRemoval(FunctionsGateway functions, Settling settling, FunctionWriter writer) {
        this.functions = functions;
        this.settling = settling;
        this.writer = writer;
    }

    /** Deletes a version, or says which aliases keep it. */
    void remove(FunctionName name, String version, ProgressListener progress) {
        for (int attempt = 0; attempt < Meanwhile.ATTEMPTS; attempt++) {
            settling.latest(name, progress.cancellation());
            if (writer.deleteVersion(name, version)) {
                return;
            }
            List<String> aliases = functions.aliases(name).stream()
                    .filter(alias ->
                            alias.version().equals(version) || alias.weights().containsKey(version))
                    .map(ObservedAlias::name)
                    .toList();
            if (!aliases.isEmpty()) {
                progress.say("left version " + version + " of " + name + ": alias " + String.join(", ", aliases)
                        + " points at it");
                return;
            }
            settling.pause(name, progress.cancellation());
        }
        throw Meanwhile.restless(name);
    }
}
