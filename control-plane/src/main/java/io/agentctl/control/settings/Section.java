package io.agentctl.control.settings;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.yaml.Mapping;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Node.Position;
import io.agentctl.control.yaml.YamlNodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One mapping of a configuration file, whose values know where they came from.
 *
 * @param mapping what was read
 * @param kind the file's kind, of the values' sources
 */
record Section(Mapping mapping, Source.Kind kind) {

    /**
     * The one mapping of a configuration file; without fields for an empty file.
     *
     * @throws AgentctlException BAD_CONFIGURATION with file, line and column
     */
    static Fields read(TextFile file) {
        return YamlNodes.read(file.path().toString(), file.text(), ErrorCode.BAD_CONFIGURATION);
    }

    static AgentctlException malformed(Position position, String what) {
        return new AgentctlException(ErrorCode.BAD_CONFIGURATION, position + ": " + what, "");
    }

    /** A mapping in which any key may be. */
    static Section open(Fields fields, Source.Kind kind) {
        return new Section(new Mapping(fields, ErrorCode.BAD_CONFIGURATION), kind);
    }

    /**
     * Takes a mapping in which only some keys may be.
     *
     * @throws AgentctlException BAD_CONFIGURATION at the first key that is not known, with the near ones
     */
    static Section of(Fields fields, Source.Kind kind, List<String> keys) {
        return new Section(Mapping.of(fields, ErrorCode.BAD_CONFIGURATION, keys), kind);
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
        return mapping.value(key, reader, expected).map(value -> sourced(key, value));
    }

    /** A list of texts; a single text counts as a list of one. */
    Optional<Sourced<List<String>>> texts(String key) {
        return mapping.texts(key).map(texts -> sourced(key, texts));
    }

    /** A list of values, each read from its text; a single one counts as a list of one. */
    <T> Optional<Sourced<List<T>>> values(String key, Function<String, T> reader, String expected) {
        return mapping.values(key, reader, expected).map(values -> sourced(key, values));
    }

    /** A mapping under a key, with its own known keys; empty if there is none. */
    Section section(String key, List<String> keys) {
        return new Section(mapping.mapping(key, keys), kind);
    }

    /** A mapping under a key whose keys are names. */
    Fields mapping(String key) {
        return mapping.named(key);
    }

    private <T> Sourced<T> sourced(String key, T value) {
        Position place = mapping.position(key);
        return new Sourced<>(value, new Source(kind, place.file() + ":" + place.line()));
    }
}
