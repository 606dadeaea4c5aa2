package io.agentctl.sandbox.ecs;

import java.util.List;

/** Pages as ECS's list operations cut them, with its refusals. */
final class Pages {
    private static final int MOST = 100;

    private Pages() {}

    /**
     * Cuts a page.
     *
     * @param maxResults what was asked for, 1 to 100; null for the operation's default
     */
    static <T> Page<T> of(List<T> all, String token, Integer maxResults, int defaultSize) {
        int size = maxResults == null ? defaultSize : maxResults;
        if (size < 1 || size > MOST) {
            throw EcsErrors.invalidParameter("maxResults must be between 1 and 100: " + size);
        }
        try {
            return Page.of(all, token, size);
        } catch (IllegalArgumentException e) {
            throw EcsErrors.invalidParameter("Invalid token: " + e.getMessage());
        }
    }
}
