package io.agentctl.control.permission;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each use case of the catalogue needs. */
public final class UseCaseNeeds {

    /** Plans of all capabilities are carried out, undone and finished by the same three use cases. */
    private static final List<NamedUseCase<?, ?>> OF_ALL_CAPABILITIES =
            List.of(OperationUseCases.APPLY, OperationUseCases.UNDO, OperationUseCases.RESUME);

    private static final Map<NamedUseCase<?, ?>, Needs> ALL = all();

    private UseCaseNeeds() {}

    /**
     * What one needs.
     *
     * @throws IllegalArgumentException for a use case that says nothing of it, which a test finds first
     */
    public static Needs of(NamedUseCase<?, ?> useCase) {
        Needs needs = ALL.get(useCase);
        if (needs == null) {
            throw new IllegalArgumentException(useCase.name() + " does not say what it needs");
        }
        return needs;
    }

    /**
     * What a command needs that runs several use cases. Where it plans one kind of change, carrying that out needs what
     * this kind needs, and not what others would.
     */
    public static Needs of(List<NamedUseCase<?, ?>> useCases) {
        boolean ofOneKind = useCases.stream()
                .anyMatch(useCase -> !OF_ALL_CAPABILITIES.contains(useCase)
                        && !of(useCase).changes().isEmpty());
        return Needs.all(useCases.stream()
                .filter(useCase -> !(ofOneKind && useCase.equals(OperationUseCases.APPLY)))
                .map(UseCaseNeeds::of)
                .toList());
    }

    private static Map<NamedUseCase<?, ?>, Needs> all() {
        Map<NamedUseCase<?, ?>, Needs> all = new HashMap<>();
        Stream.of(
                        EcsNeeds.all(),
                        LambdaNeeds.all(),
                        TableNeeds.all(),
                        WindowsNeeds.all(),
                        AlarmsNeeds.all(),
                        PolicyNeeds.all(),
                        OverviewNeeds.all())
                .forEach(all::putAll);
        Needs anyChange = Needs.NONE.changing(Needs.all(all.values().stream()
                .filter(needs -> !needs.changes().isEmpty())
                .toList()));
        all.put(OperationUseCases.APPLY, anyChange);
        all.put(OperationUseCases.UNDO, Common.OPERATION.and(anyChange));
        all.put(OperationUseCases.RESUME, Common.OPERATION.and(anyChange));
        all.put(OperationUseCases.LIST, Common.NOTES);
        all.put(OperationUseCases.SHOW, Common.NOTES.and(Common.OPERATION));
        all.put(OperationUseCases.AUDIT, Common.NOTES);
        all.put(OperationUseCases.SCHEDULES, Common.NOTES.and(Common.OPERATION));
        return Collections.unmodifiableMap(all);
    }
}
