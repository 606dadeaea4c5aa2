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
    private final VersionRemoval removal;

    RemoveVersion(FunctionsGateway functions, VersionRemoval removal) {
        this.functions = functions;
        this.removal = removal;
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
        Variant variant = Variant.of(action);
        String mark = Marks.version(context.operation(), variant);
        Optional<String> known = PublishSize.version(context, variant);
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
        ours.forEach(version -> removal.remove(name, version, context.progress()));
        return Outcome.done();
    }
}
