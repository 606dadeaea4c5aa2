package io.agentctl.control.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * A setting and where it came from.
 *
 * @param <T> the setting's type
 */
public record Sourced<T>(T value, Source source) {

    /** The first of some places that has a value. */
    @SafeVarargs
    static <T> Optional<Sourced<T>> first(Optional<Sourced<T>>... places) {
        for (Optional<Sourced<T>> place : places) {
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** The same source with another value. */
    <U> Sourced<U> map(Function<T, U> function) {
        return new Sourced<>(function.apply(value), source);
    }
}
