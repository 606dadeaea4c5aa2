package io.agentctl.control.pricing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.fargate.Architecture;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a price file. Read token by token: data binding would cost every command that shows a price a tenth of a
 * second.
 */
final class PriceDocument {

    private static final List<String> KEYS = List.of("date", "source", "spotFactor", "regions");
    private static final String FORM =
            "a price table has date, source, spotFactor, and regions with vcpuHour and gbHour"
                    + " for each of X86_64 and ARM64";

    private final String name;
    private final JsonParser parser;
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, Map<Architecture, FargateRate>> regions = new HashMap<>();

    private PriceDocument(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * What a price file says.
     *
     * @param spotFactor above 0 and up to 1
     * @param regions complete: a rate for every architecture
     */
    record Prices(
            LocalDate date, String source, double spotFactor, Map<String, Map<Architecture, FargateRate>> regions) {}

    /**
     * Reads a file's text.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column
     */
    static Prices parse(String name, String text) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            return new PriceDocument(name, parser).read();
        } catch (JacksonException malformed) {
            throw bad(name, malformed.getLocation(), malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }

    private Prices read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw bad("it is not a mapping");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!KEYS.contains(key)) {
                throw bad("unknown key '" + key + "'. " + Suggestions.sentence(key, KEYS));
            }
            if (key.equals("regions")) {
                readRegions();
                heads.put(key, "");
            } else {
                heads.put(key, scalar());
            }
        }
        return checked();
    }

    private void readRegions() throws IOException {
        requireObject();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String region = parser.currentName();
            Map<Architecture, FargateRate> rates = new EnumMap<>(Architecture.class);
            requireObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                rates.put(architecture(parser.currentName()), readRate());
            }
            regions.put(region, rates);
        }
    }

    private FargateRate readRate() throws IOException {
        requireObject();
        double vcpuHour = Double.NaN;
        double gbHour = Double.NaN;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            switch (key) {
                case "vcpuHour" -> vcpuHour = number(scalar());
                case "gbHour" -> gbHour = number(scalar());
                default -> throw bad("unknown key '" + key + "'");
            }
        }
        try {
            return new FargateRate(vcpuHour, gbHour);
        } catch (IllegalArgumentException noRate) {
            throw bad(noRate.getMessage());
        }
    }

    private Architecture architecture(String word) {
        try {
            return Architecture.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw bad("unknown architecture '" + word + "'");
        }
    }

    private void requireObject() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw bad("here a mapping is expected");
        }
    }

    private String scalar() throws IOException {
        if (!parser.nextToken().isScalarValue()) {
            throw bad("here a plain value is expected");
        }
        return parser.getText();
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw bad("not a number: '" + text + "'");
        }
    }

    private Prices checked() {
        for (String key : KEYS) {
            if (!heads.containsKey(key)) {
                throw bad("it lacks " + key);
            }
        }
        try {
            LocalDate date = LocalDate.parse(heads.get("date"));
            double spotFactor = number(heads.get("spotFactor"));
            regions.forEach(
                    (region, rates) -> new PriceTable(region, region, date, heads.get("source"), rates, spotFactor));
            return new Prices(date, heads.get("source"), spotFactor, Map.copyOf(regions));
        } catch (DateTimeParseException noDate) {
            throw bad("the date is a day such as 2026-01-31, not " + heads.get("date"));
        } catch (IllegalArgumentException incomplete) {
            throw bad(incomplete.getMessage());
        }
    }

    private AgentctlException bad(String how) {
        return bad(name, parser.currentTokenLocation(), how);
    }

    private static AgentctlException bad(String name, JsonLocation at, String how) {
        String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT, name + place + ": not a price table: " + how.strip(), FORM);
    }
}
