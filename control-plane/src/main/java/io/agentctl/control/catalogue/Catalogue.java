package io.agentctl.control.catalogue;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.List;
import java.util.stream.Stream;

/** Every use case that works on a place. */
public final class Catalogue {

    private static final List<NamedUseCase<?, ?>> ALL = Stream.of(
                    EcsUseCases.all(),
                    LambdaUseCases.all(),
                    TableUseCases.all(),
                    WindowsUseCases.all(),
                    AlarmsUseCases.all(),
                    ObjectivesUseCases.all(),
                    PolicyUseCases.all(),
                    OperationUseCases.all(),
                    PerformanceUseCases.all(),
                    CostUseCases.all(),
                    PlaceUseCases.all(),
                    NameUseCases.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All of them, by capability. */
    public static List<NamedUseCase<?, ?>> all() {
        return ALL;
    }

    /**
     * One of them.
     *
     * @throws AgentctlException NOT_FOUND for a name that none has
     */
    public static NamedUseCase<?, ?> named(String name) {
        return ALL.stream()
                .filter(useCase -> useCase.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "there is no use case " + name,
                        "It may be new: is one side of another version than the other?"));
    }
}
