package io.agentctl.control.lambda.invocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What Lambda reports at the end of an invocation's log, as text or as JSON. Times in ms.
 *
 * @param durationMs of the handler
 * @param billedMs as it is billed, a billed restore included: the total is their sum (Lambda Developer Guide,
 *     "Monitoring for Lambda SnapStart"). The initialisation of ZIP functions is in it since August 2025 and is not
 *     added again
 * @param memorySizeMb that it ran at
 * @param maxMemoryUsedMb the most that the environment used
 * @param initMs how long the environment took to start; there only if the start was cold
 * @param restoreMs how long it took to restore a snapshot; there only with SnapStart
 * @param status how it ended, such as {@code timeout}; empty where nothing is said
 * @param errorType such as {@code Runtime.OutOfMemory}; empty where nothing is said
 */
record ReportLine(
        double durationMs,
        double billedMs,
        int memorySizeMb,
        OptionalInt maxMemoryUsedMb,
        OptionalDouble initMs,
        OptionalDouble restoreMs,
        String status,
        String errorType) {

    /** Durations are reported in hundredths; one below that is told as 0. */
    static final double RESOLUTION_MS = 0.01;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String JSON_TYPE = "platform.report";

    /** How the text's fields are called in JSON. */
    private static final Map<String, String> NAMES = Map.of(
            "Duration", "durationMs",
            "Billed Duration", "billedDurationMs",
            "Memory Size", "memorySizeMB",
            "Max Memory Used", "maxMemoryUsedMB",
            "Init Duration", "initDurationMs",
            "Restore Duration", "restoreDurationMs",
            "Billed Restore Duration", "billedRestoreDurationMs",
            "Status", "status",
            "Error Type", "errorType");

    /**
     * Finds the report in the last 4 KB of a log. Functions may write lines that look like one; Lambda's own comes
     * last.
     *
     * @return empty if there is none: the system's log level may be above INFO, or it was cut off
     */
    static Optional<ReportLine> find(String log) {
        List<String> lines = log.lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Optional<ReportLine> report = line(lines.get(i));
            if (report.isPresent()) {
                return report;
            }
        }
        return Optional.empty();
    }

    /** How long the environment took to be ready, if the start was cold. */
    OptionalDouble startMs() {
        return initMs.isPresent() ? initMs : restoreMs;
    }

    private static Optional<ReportLine> line(String line) {
        if (line.contains(JSON_TYPE)) {
            return json(line).flatMap(ReportLine::of);
        }
        return line.contains("\tBilled Duration: ") ? of(text(line)) : Optional.empty();
    }

    private static Map<String, String> text(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.split("\t", -1)) {
            int colon = field.indexOf(": ");
            String name = colon < 0 ? null : NAMES.get(field.substring(0, colon).strip());
            if (name != null) {
                fields.put(name, field.substring(colon + 2).strip().replaceFirst(" (ms|MB)$", ""));
            }
        }
        return fields;
    }

    private static Optional<Map<String, String>> json(String line) {
        try {
            JsonNode event = MAPPER.readTree(line);
            if (event == null || !event.path("type").asText().equals(JSON_TYPE)) {
                return Optional.empty();
            }
            Map<String, String> fields = new HashMap<>();
            JsonNode report = event.path("record");
            report.path("metrics")
                    .properties()
                    .forEach(metric ->
                            fields.put(metric.getKey(), metric.getValue().asText()));
            fields.put("status", report.path("status").asText());
            fields.put("errorType", report.path("errorType").asText());
            return Optional.of(fields);
        } catch (JsonProcessingException ignored) {
            return Optional.empty();
        }
    }

    private static Optional<ReportLine> of(Map<String, String> fields) {
        OptionalDouble duration = number(fields, "durationMs");
        OptionalDouble billed = number(fields, "billedDurationMs");
        if (duration.isEmpty() || billed.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble used = number(fields, "maxMemoryUsedMB");
        return Optional.of(new ReportLine(
                duration.getAsDouble(),
                billed.getAsDouble() + number(fields, "billedRestoreDurationMs").orElse(0),
                (int) number(fields, "memorySizeMB").orElse(0),
                used.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) used.getAsDouble()),
                number(fields, "initDurationMs"),
                number(fields, "restoreDurationMs"),
                fields.getOrDefault("status", ""),
                fields.getOrDefault("errorType", "")));
    }

    private static OptionalDouble number(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || !value.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(value));
    }
}
