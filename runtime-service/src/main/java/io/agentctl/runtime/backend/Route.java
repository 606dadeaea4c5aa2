package io.agentctl.runtime.backend;

import java.util.Objects;

/**
 * Which intents a back end carries out.
 *
 * @param pattern the name of an intent, or a beginning followed by {@code *}; {@code *} alone stands for all
 */
public record Route(String pattern, Backend backend) {

    public Route {
        Objects.requireNonNull(backend, "backend");
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("The pattern of a route is empty; \"*\" stands for every intent");
        }
        int star = pattern.indexOf('*');
        if (star >= 0 && star < pattern.length() - 1) {
            throw new IllegalArgumentException("The route \"" + pattern + "\" has a * that is not its last character");
        }
    }

    boolean isPrefix() {
        return pattern.endsWith("*");
    }

    /** The pattern without its star. */
    String text() {
        return isPrefix() ? pattern.substring(0, pattern.length() - 1) : pattern;
    }
}
