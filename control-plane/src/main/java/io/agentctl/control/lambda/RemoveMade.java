package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Deletes every alias and version that carries the operation's mark, and nothing else. */
final class RemoveMade implements ActionHandler {

    private static final String TYPE = "lambda.remove-made";

    private final FunctionsGateway functions;
    private final FunctionWriter writer;
    private final VersionRemoval removal;

    RemoveMade(FunctionsGateway functions, FunctionWriter writer, VersionRemoval removal) {
        this.functions = functions;
        this.writer = writer;
        this.removal = removal;
    }

    static Action action(FunctionName name) {
        return Action.of(TYPE, Map.of(FunctionName.ARGUMENT, name.value()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        OperationId operation = context.operation();
        functions.aliases(name).stream()
                .map(ObservedAlias::name)
                .filter(alias -> alias.startsWith(Marks.aliases(operation)))
                .forEach(alias -> writer.deleteAlias(name, alias));
        List<String> versions = functions.versions(name).stream()
                .filter(version -> version.description() != null)
                .filter(version -> Marks.version(operation, version.description()))
                .map(FunctionConfiguration::version)
                .toList();
        versions.forEach(version -> removal.remove(name, version, context.progress()));
        return Outcome.done();
    }
}
