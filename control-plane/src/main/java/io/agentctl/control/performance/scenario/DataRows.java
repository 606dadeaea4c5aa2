package io.agentctl.control.performance.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of data that requests are filled from: CSV (RFC 4180, with a heading) or a JSON object in each line. */
public final class DataRows {

    private static final long MOST_BYTES = 64L << 20;

    private DataRows() {}

    /**
     * Reads a file; one whose name ends in {@code .csv} is CSV, any other JSON lines.
     *
     * @throws AgentctlException BAD_DOCUMENT, with the line, if it is neither, is empty, or is over 64 MiB
     */
    public static List<Map<String, String>> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw bad(file, "is over 64 MiB, and is kept in memory", null);
            }
            String text = Files.readString(file);
            List<Map<String, String>> rows = file.toString().endsWith(".csv")
                    ? csv(file, text)
                    : lines(file, text.lines().toList());
            if (rows.isEmpty()) {
                throw bad(file, "has no rows", null);
            }
            return rows;
        } catch (IOException e) {
            throw bad(file, "cannot be read as text", e);
        }
    }

    private static List<Map<String, String>> lines(Path file, List<String> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                rows.add(object(file, number, line, mapper));
            }
        }
        return rows;
    }

    private static Map<String, String> object(Path file, int number, String line, ObjectMapper mapper) {
        try {
            JsonNode node = mapper.readTree(line);
            if (!node.isObject()) {
                throw bad(file, number, "is no JSON object");
            }
            Map<String, String> row = new LinkedHashMap<>();
            node.properties()
                    .forEach(field -> row.put(
                            field.getKey(),
                            field.getValue().isTextual()
                                    ? field.getValue().textValue()
                                    : field.getValue().toString()));
            return row;
        } catch (JsonProcessingException e) {
            throw bad(file, number, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private static List<Map<String, String>> csv(Path file, String text) {
        List<List<String>> records = CsvRecords.read(text);
        List<Map<String, String>> rows = new ArrayList<>();
        if (records.isEmpty()) {
            return rows;
        }
        List<String> heading = records.getFirst();
        for (int number = 1; number < records.size(); number++) {
            List<String> fields = records.get(number);
            if (fields.size() != heading.size()) {
                throw bad(file, number + 1, "has " + fields.size() + " fields, and the heading has " + heading.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < heading.size(); column++) {
                row.put(heading.get(column).strip(), fields.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static AgentctlException bad(Path file, int number, String what) {
        return new AgentctlException(ErrorCode.BAD_DOCUMENT, file + ": row " + number + " " + what, "");
    }

    private static AgentctlException bad(Path file, String what, Exception cause) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                file + " " + what,
                "Data is a .csv file with a heading, or a JSON object in each line.",
                null,
                cause);
    }
}
