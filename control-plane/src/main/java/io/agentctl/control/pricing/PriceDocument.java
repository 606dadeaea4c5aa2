package io.agentctl.control.pricing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The text of a price file. Read token by token: data binding would cost every command that shows a price a tenth of a
 * second.
 */
final class PriceDocument<K extends Enum<K>, R> {

    private static final String REGIONS = "regions";

    private final String name;
    private final PriceForm<K, R> form;
    private final JsonParser parser;
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, Map<K, R>> regions = new HashMap<>();

    private PriceDocument(String name, PriceForm<K, R> form, JsonParser parser) {
        this.name = name;
        this.form = form;
        this.parser = parser;
    }

    /**
     * What a price file says.
     *
     * @param heads every head of the form
     * @param regions complete: a rate for every kind
     */
    record Prices<K extends Enum<K>, R>(Map<String, String> heads, Map<String, Map<K, R>> regions) {

        LocalDate date() {
            return LocalDate.parse(heads.get("date"));
        }

        String source() {
            return heads.get("source");
        }

        /** These with others over them: regions that the others name replace those here, and so do their heads. */
        Prices<K, R> overriddenBy(Prices<K, R> others) {
            Map<String, Map<K, R>> all = new HashMap<>(regions);
            all.putAll(others.regions);
            return new Prices<>(others.heads, all);
        }
    }

    /** Reads a file that is shipped. */
    static <K extends Enum<K>, R> Prices<K, R> shipped(String resource, PriceForm<K, R> form) {
        try (InputStream stream = PriceDocument.class.getResourceAsStream(resource)) {
            byte[] text = Objects.requireNonNull(stream, resource).readAllBytes();
            return parse(resource, form, new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a user's file.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column, if the file is not a price table
     */
    static <K extends Enum<K>, R> Prices<K, R> read(Path file, PriceForm<K, R> form) {
        try {
            return parse(file.toString(), form, Files.readString(file));
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, file + ": cannot be read", "", null, e);
        }
    }

    private static <K extends Enum<K>, R> Prices<K, R> parse(String name, PriceForm<K, R> form, String text) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            return new PriceDocument<>(name, form, parser).read();
        } catch (JacksonException malformed) {
            throw bad(name, form, malformed.getLocation(), malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }

    private Prices<K, R> read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw bad("it is not a mapping");
        }
        List<String> keys = new ArrayList<>(form.heads());
        keys.add(REGIONS);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!keys.contains(key)) {
                throw bad("unknown key '" + key + "'. " + Suggestions.sentence(key, keys));
            }
            if (key.equals(REGIONS)) {
                readRegions();
                heads.put(key, "");
            } else {
                heads.put(key, scalar());
            }
        }
        return checked(keys);
    }

    private void readRegions() throws IOException {
        requireObject();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String region = parser.currentName();
            Map<K, R> rates = new EnumMap<>(form.kinds());
            requireObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                rates.put(kind(parser.currentName()), readRate());
            }
            regions.put(region, rates);
        }
    }

    private R readRate() throws IOException {
        requireObject();
        Map<String, Double> numbers = new HashMap<>();
        form.rateKeys().forEach(key -> numbers.put(key, Double.NaN));
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!numbers.containsKey(key)) {
                throw bad("unknown key '" + key + "'");
            }
            numbers.put(key, number(scalar()));
        }
        try {
            return form.rate().apply(numbers);
        } catch (IllegalArgumentException noRate) {
            throw bad(noRate.getMessage());
        }
    }

    private K kind(String word) {
        try {
            return Enum.valueOf(form.kinds(), word);
        } catch (IllegalArgumentException unknown) {
            throw bad("unknown " + form.kindWord() + " '" + word + "'");
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

    private Prices<K, R> checked(List<String> keys) {
        for (String key : keys) {
            if (!heads.containsKey(key)) {
                throw bad("it lacks " + key);
            }
        }
        Prices<K, R> prices = new Prices<>(Map.copyOf(heads), Map.copyOf(regions));
        try {
            LocalDate.parse(heads.get("date"));
            form.check().accept(prices);
            return prices;
        } catch (DateTimeParseException noDate) {
            throw bad("the date is a day such as 2026-01-31, not " + heads.get("date"));
        } catch (IllegalArgumentException incomplete) {
            throw bad(incomplete.getMessage());
        }
    }

    private AgentctlException bad(String how) {
        return bad(name, form, parser.currentTokenLocation(), how);
    }

    private static AgentctlException bad(String name, PriceForm<?, ?> form, JsonLocation at, String how) {
        String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT, name + place + ": not a price table: " + how.strip(), form.sentence());
    }
}
