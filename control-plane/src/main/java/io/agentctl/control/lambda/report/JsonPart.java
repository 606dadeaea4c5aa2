package io.agentctl.control.lambda.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A part of a document, with its place. A member of another type than is asked for is refused, with its JSON pointer;
 * one that is null counts as absent.
 *
 * @param place JSON pointer (RFC 6901)
 * @param node what is there
 */
record JsonPart(String place, JsonNode node) {

    JsonPart member(String name) {
        return find(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<JsonPart> find(String name) {
        return Optional.ofNullable(node.get(name))
                .filter(found -> !found.isNull())
                .map(found -> new JsonPart(place + "/" + name, found));
    }

    List<JsonPart> items() {
        if (!node.isArray()) {
            throw wrong("is no array");
        }
        List<JsonPart> items = new ArrayList<>();
        node.forEach(item -> items.add(new JsonPart(place + "/" + items.size(), item)));
        return items;
    }

    String text(String name) {
        return member(name).text();
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("is no text");
        }
        return node.textValue();
    }

    boolean flag(String name) {
        JsonPart member = member(name);
        if (!member.node.isBoolean()) {
            throw member.wrong("is neither true nor false");
        }
        return member.node.booleanValue();
    }

    int integer(String name) {
        return member(name).integer();
    }

    private int integer() {
        if (!node.isInt()) {
            throw wrong("is no whole number");
        }
        return node.intValue();
    }

    double number(String name) {
        return member(name).number();
    }

    private double number() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong("is no number");
        }
        return node.doubleValue();
    }

    OptionalDouble perhaps(String name) {
        Optional<JsonPart> member = find(name);
        return member.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(member.get().number());
    }

    OptionalInt perhapsInteger(String name) {
        Optional<JsonPart> member = find(name);
        return member.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(member.get().integer());
    }

    SortedMap<String, Integer> counts(String name) {
        JsonPart member = member(name);
        SortedMap<String, Integer> counts = new TreeMap<>();
        member.node.fieldNames().forEachRemaining(key -> counts.put(key, member.integer(key)));
        return counts;
    }

    /** What is made of this part, with its place in the message if it cannot be made. */
    <T> T made(Function<JsonPart, T> maker) {
        try {
            return maker.apply(this);
        } catch (MisplacedException known) {
            throw known;
        } catch (RuntimeException unfit) {
            throw new MisplacedException(place + ": " + unfit.getMessage(), unfit);
        }
    }

    private MisplacedException wrong(String name, String what) {
        return new MisplacedException(place + "/" + name + " " + what, null);
    }

    private MisplacedException wrong(String what) {
        return new MisplacedException(place + " " + what + ": " + node, null);
    }

    /** Something is not as it must be; the message says where. */
    static final class MisplacedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MisplacedException(String message, Exception cause) {
            super(message, cause);
        }
    }
}
