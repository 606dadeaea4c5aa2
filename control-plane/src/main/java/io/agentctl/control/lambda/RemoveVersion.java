package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * Deletes the version that an operation published at a size: one that carries its mark. A version that was there
 * before, or that somebody's alias points at, stays.
 */
final class RemoveVersion implements ActionHandler {

    private static final String TYPE = "lambda.remove-version";

    private final FunctionsGateway functions;
    private final Settling settling;
    private final FunctionWriter writer;

    RemoveVersion(FunctionsGateway functions, Settling settling, FunctionWriter writer) {
        this.functions = functions;
        this.settling = settling;
        this.writer = writer;
    }

    /** Removes what {@link PublishSize} published with the same arguments. */
    static Action action(Action publish) {
        return Action.of(TYPE, publish.arguments());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        String memory = action.argument(SetMemory.MEMORY);
        String mark = Marks.version(context.operation(), Integer.parseInt(memory));
        Optional<String> known = PublishSize.version(context, memory);
        List<String> ours = known.isPresent()
                ? functions
                        .version(name, known.get())
                        .filter(version -> version.snapshot().description().equals(mark))
                        .map(Latest::version)
                        .stream()
                        .toList()
                : functions.versions(name).stream()
                        .filter(version -> mark.equals(version.description()))
                        .map(FunctionConfiguration::version)
                        .toList();
        ours.forEach(version -> delete(name, version, context));
        return Outcome.done();
    }

    private void delete(FunctionName name, String version, StepContext context) {
        for (int attempt = 0; attempt < Meanwhile.ATTEMPTS; attempt++) {
            settling.latest(name, context.progress().cancellation());
            if (writer.deleteVersion(name, version)) {
                return;
            }
            List<String> aliases = functions.aliases(name).stream()
                    .filter(alias ->
                            alias.version().equals(version) || alias.weights().containsKey(version))
                    .map(ObservedAlias::name)
                    .toList();
            if (!aliases.isEmpty()) {
                context.progress()
                        .say("left version " + version + " of " + name + ": alias " + String.join(", ", aliases)
                                + " points at it");
                return;
            }
            settling.pause(name, context.progress().cancellation());
        }
        throw Meanwhile.restless(name);
    }
}
