package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;

/**
 * Publishes {@code $LATEST} at the size that the step before gave it, and waits until the version can be invoked.
 * Publishing again what was published already gives the same version, so a lost answer does no harm.
 */
final class PublishSize implements ActionHandler {

    private static final String TYPE = "lambda.publish-size";
    private static final String VERSION = "version.";

    private final Settling settling;
    private final FunctionWriter writer;

    PublishSize(Settling settling, FunctionWriter writer) {
        this.settling = settling;
        this.writer = writer;
    }

    /** Publishes what {@link SetMemory} set. */
    static Action action(Action set) {
        return Action.of(TYPE, set.arguments());
    }

    /** The version that an operation has of a variant. */
    static Optional<String> version(StepContext context, Variant variant) {
        return context.earlier(VERSION + variant);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        Variant variant = Variant.of(action);
        Snapshot wanted = SetMemory.wanted(action, context);
        String description = Marks.version(context.operation(), variant);
        for (int attempt = 0; attempt < Meanwhile.ATTEMPTS; attempt++) {
            Latest latest = settling.latest(name, context.progress().cancellation());
            if (!latest.snapshot().equals(wanted)) {
                throw Meanwhile.changed(name, latest.snapshot().differences(wanted));
            }
            Optional<PublishVersionResponse> published = writer.publish(name, description, latest);
            if (published.isPresent()) {
                String version = published.get().version();
                boolean ours = description.equals(published.get().description());
                if (!ours && action.arguments().containsKey(SetMemory.MARKED)) {
                    throw Meanwhile.changed(name, List.of("version " + version + " was published"));
                }
                settling.version(name, version, context.progress().cancellation());
                return Outcome.with(VERSION + variant, version);
            }
        }
        throw Meanwhile.restless(name);
    }
}
