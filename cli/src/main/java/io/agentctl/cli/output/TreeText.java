package io.agentctl.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Lays out a tree that has no layout of its own, what {@code --query} has picked, for people. */
final class TreeText {

    private TreeText() {}

    /** A scalar is printed raw, so that a shell can use it; lists a line each; objects and lists of them as tables. */
    static void layout(JsonNode tree, Page page) {
        if (tree.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = List.copyOf(tree.properties());
            page.table(
                    fields,
                    List.of(Column.text("FIELD", Map.Entry::getKey), Column.text("VALUE", f -> cell(f.getValue()))));
        } else if (tree.isArray()) {
            list(tree, page);
        } else if (!tree.isNull()) {
            page.line(scalar(tree));
        }
    }

    /** A scalar without quotes; nothing for null. */
    static String scalar(JsonNode node) {
        if (node.isBigDecimal()) {
            return node.decimalValue().toPlainString();
        }
        if (node.isDouble() && TreeWriter.isWhole(node.doubleValue())) {
            return Long.toString((long) node.doubleValue());
        }
        return node.isNull() || node.isMissingNode() ? "" : node.asText();
    }

    private static void list(JsonNode tree, Page page) {
        List<JsonNode> elements = new ArrayList<>();
        tree.forEach(elements::add);
        if (!elements.isEmpty() && elements.stream().allMatch(JsonNode::isObject)) {
            SequencedSet<String> names = new LinkedHashSet<>();
            elements.forEach(element -> element.properties().forEach(field -> names.add(field.getKey())));
            page.table(
                    elements,
                    names.stream()
                            .map(name -> Column.<JsonNode>text(name, element -> cell(element.path(name))))
                            .toList());
        } else {
            elements.forEach(element -> page.line(element.isArray() ? tabbed(element) : cell(element)));
        }
    }

    private static String tabbed(JsonNode array) {
        List<String> cells = new ArrayList<>();
        array.forEach(element -> cells.add(cell(element)));
        return String.join("\t", cells);
    }

    private static String cell(JsonNode node) {
        return node.isContainerNode() ? node.toString() : scalar(node);
    }
}
