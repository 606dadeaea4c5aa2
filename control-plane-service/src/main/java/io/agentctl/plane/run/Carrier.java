package io.agentctl.plane.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Manner;
import io.agentctl.control.progress.ProgressListener;
import java.util.function.Consumer;

/** Carries out what was asked: from the request's JSON to the result's. */
final class Carrier {

    private final Places places;

    Carrier(Places places) {
        this.places = places;
    }

    /**
     * Runs a use case once.
     *
     * @param begun hears of each operation of the journal before it acts
     * @throws AgentctlException as the use case does
     */
    <Q, R> JsonNode carryOut(
            NamedUseCase<Q, R> useCase, Run.Asked asked, Consumer<OperationId> begun, ProgressListener progress) {
        Q request = useCase.read(asked.request());
        Cloud place = places.of(asked.caller(), manner(useCase, asked), begun);
        return RecordTree.of(useCase.at(place).run(request, progress));
    }

    /** Whoever may only look is let in by what a use case is called; the clients hold it to that. */
    private static Manner manner(NamedUseCase<?, ?> useCase, Run.Asked asked) {
        return switch (useCase.access()) {
            case READ -> new Manner(true, asked.manner().timeout());
            case CHANGE -> asked.manner();
        };
    }
}
