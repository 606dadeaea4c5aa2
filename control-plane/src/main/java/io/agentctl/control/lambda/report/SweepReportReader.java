package io.agentctl.control.lambda.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.race.VerdictWord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@code lambda sweep -o json} wrote. */
public final class SweepReportReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String source;

    private SweepReportReader(String source) {
        this.source = source;
    }

    /**
     * Reads a report.
     *
     * @param source where the text came from, for messages
     * @throws AgentctlException BAD_DOCUMENT if it is no report of a sweep, is damaged, or was written by a newer
     *     version
     */
    public static SweepReport read(String source, String json) {
        SweepReportReader reader = new SweepReportReader(source);
        try {
            return reader.report(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw reader.bad("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw reader.bad(e.getMessage(), e);
        }
    }

    private SweepReport report(JsonNode root) {
        int version = root.path("schemaVersion").asInt(0);
        if (version > RecordTree.SCHEMA_VERSION) {
            throw bad("a newer agentctl wrote it (schemaVersion " + version + ")", null);
        }
        if (version == 0 || !root.has("sizes") || !root.has("strategy")) {
            throw bad("it is no report of a sweep, as agentctl lambda sweep -o json writes it", null);
        }
        List<MeasuredSize> sizes = new ArrayList<>();
        for (JsonNode size : required(root, "sizes")) {
            sizes.add(measured(size));
        }
        return new SweepReport(
                text(root, "function"),
                text(root, "operation"),
                text(root, "context"),
                text(root, "account"),
                text(root, "region"),
                Instant.parse(text(root, "measuredAt")),
                size(required(root, "current")),
                text(root, "strategy"),
                Optional.ofNullable(root.get("advised")).map(this::size),
                VerdictWord.valueOf(
                        text(root, "verdict").toUpperCase(Locale.ROOT).replace('-', '_')),
                number(root, "confidence"),
                required(root, "proven").asBoolean(),
                text(root, "explanation"),
                number(root, "indifferenceZone"),
                number(root, "coldShare"),
                integer(root, "invocations"),
                number(root, "spend"),
                integer(root, "rounds"),
                required(root, "mostlyCold").asBoolean(),
                required(root, "clientTimed").asBoolean(),
                text(root, "prices"),
                texts(required(root, "remarks")),
                sizes);
    }

    private MeasuredSize measured(JsonNode node) {
        SortedMap<String, Integer> failures = new TreeMap<>();
        required(node, "failures")
                .properties()
                .forEach(failure ->
                        failures.put(failure.getKey(), failure.getValue().asInt()));
        return new MeasuredSize(
                integer(node, "memory"),
                text(node, "architecture"),
                integer(node, "invocations"),
                integer(node, "warm"),
                integer(node, "cold"),
                failures,
                perhaps(node, "warmP50"),
                perhaps(node, "warmP95"),
                perhaps(node, "warmP99"),
                perhaps(node, "coldP50"),
                perhaps(node, "billedMeanMs"),
                range(node, "usdPerMillion"),
                range(node, "time"),
                range(node, "objective"),
                node.has("memoryUsed") ? OptionalInt.of(integer(node, "memoryUsed")) : OptionalInt.empty(),
                perhaps(node, "headroom"),
                text(node, "verdict"),
                text(node, "reason"),
                required(node, "onFrontier").asBoolean());
    }

    private ReportedSize size(JsonNode node) {
        return new ReportedSize(integer(node, "memory"), text(node, "architecture"));
    }

    private Optional<Range> range(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name))
                .map(range -> new Range(number(range, "low"), number(range, "estimate"), perhaps(range, "high")));
    }

    private OptionalDouble perhaps(JsonNode node, String name) {
        return node.has(name) ? OptionalDouble.of(number(node, name)) : OptionalDouble.empty();
    }

    private double number(JsonNode node, String name) {
        JsonNode value = required(node, name);
        if (!value.isNumber()) {
            throw bad(name + " is no number: " + value, null);
        }
        return value.doubleValue();
    }

    private int integer(JsonNode node, String name) {
        JsonNode value = required(node, name);
        if (!value.isInt()) {
            throw bad(name + " is no whole number: " + value, null);
        }
        return value.intValue();
    }

    private String text(JsonNode node, String name) {
        JsonNode value = required(node, name);
        if (!value.isTextual()) {
            throw bad(name + " is no text: " + value, null);
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private JsonNode required(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw bad(name + " is missing", null);
        }
        return value;
    }

    private AgentctlException bad(String what, Exception cause) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                source + ": " + what,
                "A report is made by: agentctl lambda sweep FUNCTION -o json > sweep.json",
                null,
                cause);
    }
}
