package io.agentctl.sandbox.world;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds keys that no record has a component for, before binding: binding would first complain about what is missing
 * because its key is misspelled.
 */
final class DocumentKeys {
    private DocumentKeys() {}

    /**
     * Finds the first unknown key.
     *
     * @param node the document or a part of it
     * @param type the record, or list of records, that it is to become
     * @return {@code :line:column: …}, or empty when all keys are known
     */
    static Optional<String> unknown(Node node, Type type) {
        if (node instanceof SequenceNode sequence && type instanceof ParameterizedType list) {
            return firstUnknown(sequence.getValue(), list.getActualTypeArguments()[0]);
        }
        if (node instanceof MappingNode mapping && type instanceof Class<?> record && record.isRecord()) {
            return unknownIn(mapping, components(record));
        }
        return Optional.empty();
    }

    private static Optional<String> firstUnknown(List<Node> elements, Type type) {
        return elements.stream()
                .map(element -> unknown(element, type))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unknownIn(MappingNode mapping, Map<String, Type> known) {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.containsKey(key)) {
                Mark mark = tuple.getKeyNode().getStartMark();
                return Optional.of(":%d:%d: unknown key \"%s\"; known here: %s"
                        .formatted(mark.getLine() + 1, mark.getColumn() + 1, key, String.join(", ", known.keySet())));
            }
            Optional<String> inside = unknown(tuple.getValueNode(), known.get(key));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Map<String, Type> components(Class<?> record) {
        Map<String, Type> components = new LinkedHashMap<>();
        Arrays.stream(record.getRecordComponents())
                .forEach(
                        (RecordComponent component) -> components.put(component.getName(), component.getGenericType()));
        return components;
    }
}
