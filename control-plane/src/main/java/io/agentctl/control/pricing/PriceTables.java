package io.agentctl.control.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads price tables: the one that is shipped, and a user's file over it. */
public final class PriceTables {

    /** The region whose prices stand in for regions that a table does not know. */
    public static final String DEFAULT_REGION = "us-east-1";

    private static final String RESOURCE = "fargate-prices.yaml";

    private final Document document;

    private PriceTables(Document document) {
        this.document = document;
    }

    /** The prices that are shipped. */
    public static PriceTables shipped() {
        try (InputStream stream = PriceTables.class.getResourceAsStream(RESOURCE)) {
            return new PriceTables(
                    parse(RESOURCE, Objects.requireNonNull(stream, RESOURCE).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * These prices with a user's over them: regions that the file names replace those here, and so do its date, source
     * and Spot factor.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column, if the file is not a price table
     */
    public PriceTables overriddenBy(Path file) {
        Document override;
        try {
            override = parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, file + ": cannot be read", "", null, e);
        }
        Map<String, Map<Architecture, FargateRate>> regions = new HashMap<>(document.regions);
        regions.putAll(override.regions);
        return new PriceTables(new Document(override.date, override.source, override.spotFactor, regions));
    }

    /**
     * The prices of a region; those of {@value #DEFAULT_REGION} stand in where there are none, and the table says so.
     */
    public PriceTable forRegion(String region) {
        String priced = document.regions.containsKey(region) ? region : DEFAULT_REGION;
        return new PriceTable(
                region,
                priced,
                LocalDate.parse(document.date),
                document.source,
                document.regions.get(priced),
                document.spotFactor);
    }

    private static Document parse(String name, byte[] text) throws IOException {
        ObjectMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        try {
            return mapper.readValue(text, Document.class);
        } catch (JacksonException e) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    name + place(e, text) + ": not a price table: " + e.getOriginalMessage(),
                    "a price table has date, source, spotFactor, and regions with vcpuHour and gbHour for each of "
                            + "X86_64 and ARM64",
                    null,
                    e);
        }
    }

    /** Line and column; of an unknown key Jackson only knows the end of the object that holds it. */
    private static String place(JacksonException failure, byte[] text) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            List<String> lines =
                    new String(text, StandardCharsets.UTF_8).lines().toList();
            Pattern key = Pattern.compile("\\b" + Pattern.quote(unknown.getPropertyName()) + "\\b\"?\\s*:");
            for (int line = 0; line < lines.size(); line++) {
                Matcher matcher = key.matcher(lines.get(line));
                if (matcher.find()) {
                    return ":" + (line + 1) + ":" + (matcher.start() + 1);
                }
            }
        }
        JsonLocation at = failure.getLocation();
        return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    /** The form of a price file. */
    private record Document(
            @JsonProperty(required = true) String date,
            @JsonProperty(required = true) String source,
            @JsonProperty(required = true) double spotFactor,
            @JsonProperty(required = true) Map<String, Map<Architecture, FargateRate>> regions) {

        Document {
            try {
                LocalDate.parse(date);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("the date is a day such as 2026-01-31, not " + date, e);
            }
            for (Map.Entry<String, Map<Architecture, FargateRate>> region : regions.entrySet()) {
                new PriceTable(
                        region.getKey(), region.getKey(), LocalDate.parse(date), source, region.getValue(), spotFactor);
            }
        }
    }
}
