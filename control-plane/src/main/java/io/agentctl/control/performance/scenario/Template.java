package io.agentctl.control.performance.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill. What is filled in cannot break out of where it stands: it is escaped as its surroundings
 * need it.
 *
 * @param parts texts and places in turn, a text first and last
 * @param escape how values are written
 */
public record Template(List<String> parts, Escape escape) {

    /** The place that is filled with the number of the request, from 0. */
    public static final String INDEX = "index";

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_.-]*)\\s*}}");

    /** How values are written. */
    public enum Escape {
        /** As they are. */
        NONE,
        /** As a part of a path or query. */
        URL,
        /** As a part of a JSON string; quotes and control characters are escaped. */
        JSON,
        /** Without line breaks, which would begin another header. */
        HEADER
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /** Reads a text. */
    public static Template of(String text, Escape escape) {
        List<String> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            parts.add(text.substring(end, place.start()));
            parts.add(place.group(1));
            end = place.end();
        }
        parts.add(text.substring(end));
        return new Template(parts, escape);
    }

    /** Whether every request has the same. */
    public boolean constant() {
        return parts.size() == 1;
    }

    /**
     * Looks whether every place can be filled.
     *
     * @throws IllegalArgumentException naming the first that cannot
     */
    public void check(Set<String> columns) {
        for (int place = 1; place < parts.size(); place += 2) {
            String name = parts.get(place);
            if (!name.equals(INDEX) && !columns.contains(name)) {
                throw new IllegalArgumentException("{{" + name + "}} is not in the data"
                        + (columns.isEmpty()
                                ? ", of which there is none"
                                : ", which has " + String.join(", ", columns)));
            }
        }
    }

    /** Fills the places. */
    public String fill(long index, Map<String, String> row) {
        if (constant()) {
            return parts.getFirst();
        }
        StringBuilder text = new StringBuilder(parts.getFirst());
        for (int place = 1; place < parts.size(); place += 2) {
            String name = parts.get(place);
            String value = row.containsKey(name) ? row.get(name) : Long.toString(index);
            text.append(escaped(value)).append(parts.get(place + 1));
        }
        return text.toString();
    }

    private String escaped(String value) {
        return switch (escape) {
            case NONE -> value;
            case URL -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            case JSON -> json(value);
            case HEADER ->
                value.codePoints()
                        .map(c -> c < ' ' || c > '~' ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    private static String json(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
