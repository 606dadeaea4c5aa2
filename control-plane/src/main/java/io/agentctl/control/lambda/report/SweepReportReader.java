package io.agentctl.control.lambda.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.race.VerdictWord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads what {@code lambda sweep -o json} wrote. Members that it does not know are passed over, as of a later version.
 */
public final class SweepReportReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SweepReportReader() {}

    /**
     * Reads a report.
     *
     * @param source where the text came from, for messages
     * @throws AgentctlException BAD_DOCUMENT, saying where, if it is no report of a sweep, is damaged, or was written
     *     by a newer version
     */
    public static SweepReport read(String source, String json) {
        try {
            JsonPart root = new JsonPart("", MAPPER.readTree(json));
            int version = root.find("schemaVersion").isEmpty() ? 0 : root.integer("schemaVersion");
            if (version > RecordTree.SCHEMA_VERSION) {
                throw AgentctlException.newerDocument(source, version, RecordTree.SCHEMA_VERSION);
            }
            if (version < 1
                    || root.find("sizes").isEmpty()
                    || root.find("strategy").isEmpty()) {
                throw bad(source, "it is no report of a sweep", null);
            }
            return root.made(SweepReportReader::report);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw bad(source + where, "it is not JSON: " + e.getOriginalMessage(), e);
        } catch (MisplacedException e) {
            throw bad(source, e.getMessage(), e);
        }
    }

    private static SweepReport report(JsonPart root) {
        return new SweepReport(
                root.text("function"),
                root.text("operation"),
                root.text("context"),
                root.text("account"),
                root.text("region"),
                root.member("measuredAt").made(part -> Instant.parse(part.text())),
                root.member("current").made(SweepReportReader::size),
                root.text("strategy"),
                root.find("advised").map(part -> part.made(SweepReportReader::size)),
                root.member("verdict").made(SweepReportReader::verdict),
                root.number("confidence"),
                root.flag("proven"),
                root.text("explanation"),
                root.number("indifferenceZone"),
                root.number("wantedConfidence"),
                root.integer("maxInvocations"),
                root.perhaps("maxSpend"),
                root.number("coldShare"),
                root.integer("invocations"),
                root.number("spend"),
                root.integer("rounds"),
                root.flag("mostlyCold"),
                root.flag("clientTimed"),
                root.text("prices"),
                root.member("remarks").items().stream().map(JsonPart::text).toList(),
                root.member("sizes").items().stream()
                        .map(part -> part.made(SweepReportReader::measured))
                        .toList());
    }

    private static MeasuredSize measured(JsonPart part) {
        size(part);
        return new MeasuredSize(
                part.integer("memory"),
                part.text("architecture"),
                part.integer("invocations"),
                part.integer("warm"),
                part.integer("cold"),
                part.counts("failures"),
                part.perhaps("warmP50"),
                part.perhaps("warmP95"),
                part.perhaps("warmP99"),
                part.perhaps("coldP50"),
                part.perhaps("billedMeanMs"),
                range(part, "usdPerMillion"),
                range(part, "time"),
                range(part, "objective"),
                part.perhapsInteger("memoryUsed"),
                part.perhaps("headroom"),
                part.text("verdict"),
                part.text("reason"),
                part.flag("onFrontier"));
    }

    private static ReportedSize size(JsonPart part) {
        return new ReportedSize(part.integer("memory"), part.text("architecture"));
    }

    private static Optional<Range> range(JsonPart part, String name) {
        return part.find(name)
                .map(found -> found.made(
                        range -> new Range(range.number("low"), range.number("estimate"), range.perhaps("high"))));
    }

    private static VerdictWord verdict(JsonPart part) {
        return Arrays.stream(VerdictWord.values())
                .filter(word -> RecordTree.word(word).equals(part.text()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no verdict \"" + part.text() + "\""));
    }

    private static AgentctlException bad(String source, String what, Exception cause) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                source + ": " + what,
                "A report is made by: agentctl lambda sweep FUNCTION -o json > sweep.json",
                null,
                cause);
    }
}
