package io.agentctl.cli.settings;

import io.agentctl.cli.settings.Node.Field;
import io.agentctl.cli.settings.Node.Fields;
import io.agentctl.cli.settings.Node.Items;
import io.agentctl.cli.settings.Node.Position;
import io.agentctl.cli.settings.Node.Scalar;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One mapping of a configuration file whose keys are all known.
 *
 * @param fields what was read
 * @param kind the file's kind, of the values' sources
 */
record Section(Fields fields, Source.Kind kind) {

    /**
     * Takes a mapping in which only some keys may be.
     *
     * @throws AgentctlException BAD_CONFIGURATION at the first key that is not known, with the near ones
     */
    static Section of(Fields fields, Source.Kind kind, List<String> keys) {
        fields.fields().forEach((name, field) -> {
            if (!keys.contains(name)) {
                String near = Suggestions.sentence(name, keys);
                throw new AgentctlException(
                        ErrorCode.BAD_CONFIGURATION,
                        field.key() + ": unknown key '" + name + "'",
                        near.isEmpty() ? "Known here: " + String.join(", ", keys) + "." : near);
            }
        });
        return new Section(fields, kind);
    }

    /** A text. */
    Optional<Sourced<String>> text(String key) {
        return value(key, Function.identity(), "a text");
    }

    /**
     * A value that is read from its text.
     *
     * @param reader throws IllegalArgumentException for a text that it does not accept
     * @param expected what the value should be, for the message
     */
    <T> Optional<Sourced<T>> value(String key, Function<String, T> reader, String expected) {
        return field(key).map(field -> new Sourced<>(read(key, field.value(), reader, expected), source(field)));
    }

    /** A list of texts; a single text counts as a list of one. */
    Optional<Sourced<List<String>>> texts(String key) {
        return field(key).map(field -> {
            List<String> texts = new ArrayList<>();
            List<Node> nodes = field.value() instanceof Items items ? items.items() : List.of(field.value());
            nodes.forEach(node -> texts.add(read(key, node, Function.identity(), "a list of names")));
            return new Sourced<>(List.copyOf(texts), source(field));
        });
    }

    /** A mapping under a key, with its own known keys; empty if there is none. */
    Section section(String key, List<String> keys) {
        return of(mapping(key), kind, keys);
    }

    /** A mapping under a key whose keys are names. */
    Fields mapping(String key) {
        Optional<Field> field = field(key);
        if (field.isEmpty()) {
            return new Fields(new LinkedHashMap<>(), fields.position());
        }
        if (field.get().value() instanceof Fields found) {
            return found;
        }
        throw YamlNodes.malformed(field.get().value().position(), "'" + key + "' must have keys of its own");
    }

    private Optional<Field> field(String key) {
        return Optional.ofNullable(fields.fields().get(key));
    }

    private static <T> T read(String key, Node node, Function<String, T> reader, String expected) {
        Position position = node.position();
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            try {
                return reader.apply(scalar.text());
            } catch (IllegalArgumentException ignored) {
                throw YamlNodes.malformed(
                        position, "'" + key + "' must be " + expected + ", not '" + scalar.text() + "'");
            }
        }
        throw YamlNodes.malformed(position, "'" + key + "' must be " + expected);
    }

    private Source source(Field field) {
        return new Source(kind, field.key().file() + ":" + field.key().line());
    }
}
