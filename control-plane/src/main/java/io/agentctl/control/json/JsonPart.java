package io.agentctl.control.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A part of a document that is read back, with its place. A member of another type than is asked for is refused, with
 * its JSON pointer; one that is null counts as absent.
 *
 * @param place JSON pointer (RFC 6901)
 * @param node what is there
 */
public record JsonPart(String place, JsonNode node) {

    /** A member that must be there. */
    public JsonPart member(String name) {
        return find(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    /** A member that may be there. */
    public Optional<JsonPart> find(String name) {
        return Optional.ofNullable(node.get(name))
                .filter(found -> !found.isNull())
                .map(found -> new JsonPart(place + "/" + name, found));
    }

    /** The elements of an array. */
    public List<JsonPart> items() {
        if (!node.isArray()) {
            throw wrong("is no array");
        }
        List<JsonPart> items = new ArrayList<>();
        node.forEach(item -> items.add(new JsonPart(place + "/" + items.size(), item)));
        return items;
    }

    /** A member that is a text. */
    public String text(String name) {
        return member(name).text();
    }

    /** The part as a text. */
    public String text() {
        if (!node.isTextual()) {
            throw wrong("is no text");
        }
        return node.textValue();
    }

    /** A member that is true or false. */
    public boolean flag(String name) {
        return member(name).flag();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("is neither true nor false");
        }
        return node.booleanValue();
    }

    /** A member that is a whole number. */
    public int integer(String name) {
        return member(name).integer();
    }

    int integer() {
        if (!node.isInt()) {
            throw wrong("is no whole number");
        }
        return node.intValue();
    }

    /** A member that is a number. */
    public double number(String name) {
        return member(name).number();
    }

    double number() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong("is no number");
        }
        return node.doubleValue();
    }

    BigDecimal decimal() {
        if (!node.isNumber()) {
            throw wrong("is no number");
        }
        return node.decimalValue();
    }

    /** A number that may be there. */
    public OptionalDouble perhaps(String name) {
        Optional<JsonPart> member = find(name);
        return member.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(member.get().number());
    }

    /** A whole number that may be there. */
    public OptionalInt perhapsInteger(String name) {
        Optional<JsonPart> member = find(name);
        return member.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(member.get().integer());
    }

    /** A member whose own members are whole numbers. */
    public SortedMap<String, Integer> counts(String name) {
        JsonPart member = member(name);
        SortedMap<String, Integer> counts = new TreeMap<>();
        member.node.fieldNames().forEachRemaining(key -> counts.put(key, member.integer(key)));
        return counts;
    }

    /** A member that is a whole number of up to 64 bits. */
    public long whole(String name) {
        return member(name).whole();
    }

    long whole() {
        if (!node.canConvertToLong() || !node.isIntegralNumber()) {
            throw wrong("is no whole number");
        }
        return node.longValue();
    }

    /** A member whose own members are whole numbers of up to 64 bits. */
    public SortedMap<String, Long> tallies(String name) {
        JsonPart member = member(name);
        SortedMap<String, Long> tallies = new TreeMap<>();
        member.node.fieldNames().forEachRemaining(key -> tallies.put(key, member.whole(key)));
        return tallies;
    }

    /** A member that is a constant of an enum, as {@link RecordTree#word} writes it. */
    public <E extends Enum<E>> E word(String name, Class<E> type) {
        JsonPart member = member(name);
        String text = member.text();
        for (E constant : type.getEnumConstants()) {
            if (RecordTree.word(constant).equals(text)) {
                return constant;
            }
        }
        throw member.wrong("is not known here");
    }

    /** What is made of this part, with its place in the message if it cannot be made. */
    public <T> T made(Function<JsonPart, T> maker) {
        try {
            return maker.apply(this);
        } catch (MisplacedException known) {
            throw known;
        } catch (RuntimeException unfit) {
            throw new MisplacedException(place + ": " + unfit.getMessage(), unfit);
        }
    }

    /** The error that a member is missing. */
    MisplacedException lacking(String name) {
        return wrong(name, "is missing");
    }

    /** The error that this part is not as it must be. */
    MisplacedException unfit(String what) {
        return wrong(what);
    }

    private MisplacedException wrong(String name, String what) {
        return new MisplacedException(place + "/" + name + " " + what, null);
    }

    private MisplacedException wrong(String what) {
        return new MisplacedException(place + " " + what + ": " + node, null);
    }

    /** Something is not as it must be; the message says where. */
    public static final class MisplacedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MisplacedException(String message, Exception cause) {
            super(message, cause);
        }
    }
}
