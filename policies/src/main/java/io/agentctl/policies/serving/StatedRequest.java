package io.agentctl.policies.serving;

import java.util.Map;

/**
 * What a caller states.
 *
 * @param intent 1 to 128 characters
 * @param context JSON values as String, Long, Double, Boolean, List, Map and null; never changed
 * @param others the members besides, likewise
 * @param contextStart where the first byte of the value of {@code context} stands in the body
 * @param contextEnd after its last byte; the same as its start where there is none
 */
public record StatedRequest(
        String intent, Map<String, Object> context, Map<String, Object> others, int contextStart, int contextEnd) {}
