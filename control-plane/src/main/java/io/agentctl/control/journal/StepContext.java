package io.agentctl.control.journal;

import io.agentctl.control.progress.ProgressListener;
import java.util.Map;
import java.util.Optional;

/**
 * What a handler may know besides its action.
 *
 * @param operation the operation it acts for; things that it makes carry this id, so that they can be found after a
 *     lost response
 * @param earlier outcomes of the steps that are done, by value name; an inverse sees its own step's too
 * @param progress hears what happens
 */
public record StepContext(OperationId operation, Map<String, String> earlier, ProgressListener progress) {

    public StepContext {
        earlier = Map.copyOf(earlier);
    }

    public Optional<String> earlier(String name) {
        return Optional.ofNullable(earlier.get(name));
    }
}
