package io.agentctl.control.catalogue;

import io.agentctl.control.names.ListNames;
import io.agentctl.control.names.ListNames.Kind;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationLine;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** What things are called, for who completes names. */
public final class NameUseCases {

    private static final int OPERATIONS = 50;

    /** The names of one kind. */
    public static final NamedUseCase<ListNames.Request, ListNames.Result> LIST =
            NamedUseCase.reading("names.list", ListNames.Request.class, ListNames.Result.class, NameUseCases::listing);

    private NameUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(LIST);
    }

    private static ListNames listing(Cloud here) {
        return new ListNames(Map.of(
                Kind.SERVICE,
                () -> here.ecs().names(),
                Kind.FUNCTION,
                () -> here.lambda().functions().all().stream()
                        .map(FunctionConfiguration::functionName)
                        .sorted()
                        .toList(),
                Kind.TABLE,
                () -> here.capacity().names(),
                Kind.ALARM,
                () -> here.alarms().names(),
                Kind.POLICY,
                () -> here.publishing().names(),
                Kind.OPERATION,
                () -> operations(here)));
    }

    private static List<String> operations(Cloud here) {
        ListOperations.Request latest = new ListOperations.Request(OPERATIONS, Optional.empty(), Set.of());
        return new ListOperations(here.operations().journal())
                .run(latest, ProgressListener.SILENT).operations().stream()
                        .map(OperationLine::id)
                        .map(Object::toString)
                        .toList();
    }
}
