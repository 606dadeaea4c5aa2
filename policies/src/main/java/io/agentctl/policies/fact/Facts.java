package io.agentctl.policies.fact;

import java.util.Map;

/**
 * What is known of one request, as CEL values: strings, Long, Double, Boolean, Instant, Duration, List and Map.
 *
 * @param request {@code intent}, {@code environment}, {@code time} and the rest of that scope
 * @param context what the caller stated, its declared members with the declared types, and {@code attributes}
 * @param usage what the runtime counted
 */
public record Facts(Map<String, Object> request, Map<String, Object> context, Map<String, Object> usage) {

    /** The intent, by which rules are indexed. */
    public String intent() {
        return (String) request.get("intent");
    }
}
