package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;

/** Makes an alias, named for the operation, that points at the version of a size: what is measured is invoked by it. */
final class PointAlias implements ActionHandler {

    private static final String TYPE = "lambda.point-alias";

    private final FunctionsGateway functions;
    private final FunctionWriter writer;

    PointAlias(FunctionsGateway functions, FunctionWriter writer) {
        this.functions = functions;
        this.writer = writer;
    }

    /** Points at what {@link PublishSize} published with the same arguments. */
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
        String version = PublishSize.version(context, variant)
                .orElseThrow(() -> new IllegalStateException("no version was published of " + variant));
        String alias = Marks.alias(context.operation(), variant);
        boolean made = writer.createAlias(name, alias, version, "made by agentctl to measure " + variant);
        boolean ours = made
                || functions
                        .alias(name, alias)
                        .filter(one -> one.version().equals(version) && !one.weighted())
                        .isPresent();
        if (!ours) {
            throw Meanwhile.changed(name, List.of("alias " + alias + " points elsewhere"));
        }
        return Outcome.done();
    }
}
