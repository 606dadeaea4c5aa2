package io.agentctl.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * {@code -o csv}: a line a row, RFC 4180, the fields of nested objects named with dots ({@code current.cpu}), the
 * elements of a list joined with semicolons.
 *
 * @param out where to
 */
record CsvPrinter(PrintWriter out) implements Printer {

    @Override
    public void print(Document document) {
        List<Map<String, String>> rows = new ArrayList<>();
        SequencedSet<String> header = new LinkedHashSet<>();
        for (JsonNode line : document.lines()) {
            Map<String, String> row = new LinkedHashMap<>();
            flatten("", line, row);
            rows.add(row);
            header.addAll(row.keySet());
        }
        if (!header.isEmpty()) {
            line(List.copyOf(header));
        }
        rows.forEach(row ->
                line(header.stream().map(name -> row.getOrDefault(name, "")).toList()));
    }

    private void line(List<String> fields) {
        out.print(fields.stream().map(CsvPrinter::quoted).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    private static void flatten(String name, JsonNode node, Map<String, String> row) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), row));
        } else {
            row.put(name.isEmpty() ? "value" : name, text(node));
        }
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(text(element)));
            return String.join(";", elements);
        }
        return node.isObject() ? node.toString() : TreeText.scalar(node);
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
