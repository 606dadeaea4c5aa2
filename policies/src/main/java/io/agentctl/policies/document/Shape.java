package io.agentctl.policies.document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may stand at a place of a document. The reader checks against it, and the JSON Schema is made of it. */
sealed interface Shape {

    /**
     * An object with known keys.
     *
     * @param keys in their canonical order
     */
    record Members(List<Member> keys) implements Shape {

        List<String> names() {
            return keys.stream().map(Member::name).toList();
        }
    }

    /**
     * A key of an object.
     *
     * @param description one sentence, for editors
     * @param fallback what holds where it is left out, as a document would write it
     */
    record Member(String name, boolean required, Shape shape, String description, Optional<Object> fallback) {}

    /**
     * A list.
     *
     * @param least how many there must be
     * @param most how many there may be
     * @param identity the key by which items must differ; absent where items are words, which must differ themselves
     */
    record Items(Shape item, int least, int most, Optional<String> identity) implements Shape {}

    /** An object whose keys are names that its author chose. */
    record Named(String pattern, String what, Shape value) implements Shape {}

    /**
     * A text.
     *
     * @param what names it in messages
     * @param pattern a regular expression for all of it; empty for any
     * @param least characters, at least
     * @param most characters, at most
     */
    record Text(String what, String pattern, int least, int most) implements Shape {}

    /** One of a few words. */
    record Choice(List<String> words) implements Shape {}

    /** A whole number within bounds, both included. */
    record Whole(long least, long most) implements Shape {}

    /** A duration such as {@code 5m}. */
    record Period(Duration most) implements Shape {}

    /** An instant such as {@code 2027-01-31T00:00:00Z}. */
    record Moment() implements Shape {}

    /** A JSON pointer to what is masked. */
    record Pointer() implements Shape {}

    /** Any JSON object. */
    record AnyObject() implements Shape {}

    /** Any JSON value that a parameter can have. */
    record AnyParameterValue() implements Shape {}

    /** A word for the common case, or an object. */
    record WordOr(Shape word, Shape object) implements Shape {}
}
