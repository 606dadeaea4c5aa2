package io.agentctl.control.yaml;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.yaml.Node.Field;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Node.Items;
import io.agentctl.control.yaml.Node.Position;
import io.agentctl.control.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One mapping whose keys are all known.
 *
 * @param fields what was read
 * @param code what a mistake in it means
 */
public record Mapping(Fields fields, ErrorCode code) {

    /**
     * Takes a mapping in which only some keys may be.
     *
     * @throws AgentctlException of the code, at the first key that is not known, with the near ones
     */
    public static Mapping of(Fields fields, ErrorCode code, List<String> keys) {
        fields.fields().forEach((name, field) -> {
            if (!keys.contains(name)) {
                String near = Suggestions.sentence(name, keys);
                throw new AgentctlException(
                        code,
                        field.key() + ": unknown key '" + name + "'",
                        near.isEmpty() ? "Known here: " + String.join(", ", keys) + "." : near);
            }
        });
        return new Mapping(fields, code);
    }

    /** A text. */
    public Optional<String> text(String key) {
        return value(key, Function.identity(), "a text");
    }

    /**
     * A value that is read from its text.
     *
     * @param reader throws IllegalArgumentException for a text that it does not accept
     * @param expected what the value should be, for the message
     */
    public <T> Optional<T> value(String key, Function<String, T> reader, String expected) {
        return field(key).map(field -> read(key, field.value(), reader, expected));
    }

    /** A list of texts; a single text counts as a list of one. */
    public Optional<List<String>> texts(String key) {
        return values(key, Function.identity(), "a list of names");
    }

    /** A list of values, each read from its text; a single one counts as a list of one. */
    public <T> Optional<List<T>> values(String key, Function<String, T> reader, String expected) {
        return field(key).map(field -> {
            List<T> values = new ArrayList<>();
            nodes(field).forEach(node -> values.add(read(key, node, reader, expected)));
            return List.copyOf(values);
        });
    }

    /** A mapping under a key, with its own known keys; without fields if there is none. */
    public Mapping mapping(String key, List<String> keys) {
        return of(named(key), code, keys);
    }

    /** A mapping under a key whose keys are names. */
    public Fields named(String key) {
        return field(key)
                .map(field -> fields(key, field.value()))
                .orElseGet(() -> new Fields(new LinkedHashMap<>(), fields.position()));
    }

    /** The mappings of a list under a key, each with the same known keys. */
    public List<Mapping> mappings(String key, List<String> keys) {
        return field(key).map(Mapping::nodes).orElse(List.of()).stream()
                .map(node -> of(fields(key, node), code, keys))
                .toList();
    }

    /** Whether there is such a key. */
    public boolean has(String key) {
        return field(key).isPresent();
    }

    /** Where a key is, or the mapping if it has no such key. */
    public Position position(String key) {
        return field(key).map(Field::key).orElse(fields.position());
    }

    /** Says that something is wrong at a key. */
    public AgentctlException wrong(String key, String what) {
        return YamlNodes.malformed(code, position(key), what);
    }

    private Optional<Field> field(String key) {
        return Optional.ofNullable(fields.fields().get(key));
    }

    private static List<Node> nodes(Field field) {
        return field.value() instanceof Items items ? items.items() : List.of(field.value());
    }

    private Fields fields(String key, Node node) {
        if (node instanceof Fields found) {
            return found;
        }
        throw YamlNodes.malformed(code, node.position(), "'" + key + "' must have keys of its own");
    }

    private <T> T read(String key, Node node, Function<String, T> reader, String expected) {
        Position position = node.position();
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            try {
                return reader.apply(scalar.text());
            } catch (IllegalArgumentException ignored) {
                throw YamlNodes.malformed(
                        code, position, "'" + key + "' must be " + expected + ", not '" + scalar.text() + "'");
            }
        }
        throw YamlNodes.malformed(code, position, "'" + key + "' must be " + expected);
    }
}
