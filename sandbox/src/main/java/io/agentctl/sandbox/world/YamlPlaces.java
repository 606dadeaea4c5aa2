package io.agentctl.sandbox.world;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a document a key or an element stands: data binding knows its path, but only about where it had read to. */
final class YamlPlaces {
    private YamlPlaces() {}

    /**
     * Finds a place.
     *
     * @param root the document
     * @param path keys, and indexes of elements as numbers, from the root
     * @return {@code :line:column}, both from 1, of as much of the path as is there
     */
    static String of(Node root, List<String> path) {
        Node node = root;
        Mark mark = node.getStartMark();
        for (String step : path) {
            Node next = null;
            if (node instanceof MappingNode mapping) {
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals(step)) {
                        next = tuple.getValueNode();
                        mark = key.getStartMark();
                    }
                }
            } else if (node instanceof SequenceNode sequence && step.matches("\\d{1,6}")) {
                next = sequence.getValue().get(Integer.parseInt(step));
                mark = next.getStartMark();
            }
            if (next == null) {
                break;
            }
            node = next;
        }
        return ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }
}
