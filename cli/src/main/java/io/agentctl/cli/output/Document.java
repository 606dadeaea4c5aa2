package io.agentctl.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.control.json.RecordTree;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A result, ready to be printed in any format: the tree that programs read and the layout that people read. Neither is
 * made unless it is printed.
 *
 * @param tree the whole result
 * @param rows the field of the tree whose elements are the lines of {@code jsonl} and {@code csv}; empty for the whole
 * @param layout writes the result for people
 * @param texts the result in formats that only such results have
 */
public record Document(
        Supplier<JsonNode> tree, String rows, Consumer<Page> layout, Map<OutputFormat, Supplier<String>> texts) {

    /** A result that has no format of its own. */
    public Document(Supplier<JsonNode> tree, String rows, Consumer<Page> layout) {
        this(tree, rows, layout, Map.of());
    }

    /** A result that is one thing. */
    public static Document of(Record result, Consumer<Page> layout) {
        return new Document(() -> RecordTree.document(result), "", layout);
    }

    /**
     * A result that is a list of things.
     *
     * @param rows the name of the record's component that holds them
     */
    public static Document ofRows(Record result, String rows, Consumer<Page> layout) {
        return new Document(() -> RecordTree.document(result), rows, layout);
    }

    /** The same result, which has a format of its own besides. */
    public Document also(OutputFormat format, Supplier<String> text) {
        Map<OutputFormat, Supplier<String>> more = new EnumMap<>(OutputFormat.class);
        more.putAll(texts);
        more.put(format, text);
        return new Document(tree, rows, layout, more);
    }

    /** The elements that the line-oriented formats print. */
    Iterable<JsonNode> lines() {
        JsonNode whole = tree.get();
        JsonNode lines = rows.isEmpty() ? whole : whole.path(rows);
        return lines.isArray() ? lines : List.of(lines);
    }
}
