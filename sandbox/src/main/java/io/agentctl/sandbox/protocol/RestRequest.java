package io.agentctl.sandbox.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a REST request says outside its body.
 *
 * @param labels the values in its path, by the names in the route's template
 * @param query its query's parameters, decoded
 * @param headers a header's value by its name, whatever the case; empty when there is none
 */
public record RestRequest(
        Map<String, String> labels, Map<String, List<String>> query, Function<String, Optional<String>> headers) {
    /** Copies. */
    public RestRequest {
        labels = Map.copyOf(labels);
        query = Map.copyOf(query);
    }
}
