package io.agentctl.sandbox.scaling;

import io.agentctl.sandbox.ecs.Page;
import java.util.List;

/** Pages as this service's describe operations cut them. */
final class ScalingPages {
    private static final int MOST = 50;

    private ScalingPages() {}

    static <T> Page<T> of(List<T> all, String token, Integer maxResults) {
        int size = maxResults == null ? MOST : Math.min(MOST, maxResults);
        if (size < 1) {
            throw ScalingErrors.validation("MaxResults must be at least 1: " + maxResults);
        }
        try {
            return Page.of(all, token, size);
        } catch (IllegalArgumentException e) {
            throw ScalingErrors.validation("NextToken: " + e.getMessage());
        }
    }
}
