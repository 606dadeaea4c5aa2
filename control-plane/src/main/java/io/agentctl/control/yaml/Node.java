package io.agentctl.control.yaml;

import java.util.List;
import java.util.SequencedMap;

/** A YAML value that knows where it stands, so that messages can name line and column. */
public sealed interface Node {

    /** Where the value starts. */
    Position position();

    /** A text, number or boolean, as it was written. */
    record Scalar(String text, Position position) implements Node {}

    /** Values in order. */
    record Items(List<Node> items, Position position) implements Node {}

    /** Fields in order. */
    record Fields(SequencedMap<String, Field> fields, Position position) implements Node {}

    /** A key with where it stands, and its value. */
    record Field(Position key, Node value) {}

    /**
     * A place in a file.
     *
     * @param file as messages name it
     * @param line from 1
     * @param column from 1
     */
    record Position(String file, int line, int column) {

        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }
}
