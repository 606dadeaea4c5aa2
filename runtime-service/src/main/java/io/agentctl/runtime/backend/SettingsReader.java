package io.agentctl.runtime.backend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings given as text, and gathers what is wrong with them. */
final class SettingsReader {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final String owner;
    private final Map<String, String> values;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<SettingsException.Problem> problems = new ArrayList<>();

    SettingsReader(String owner, Map<String, String> values) {
        this.owner = owner;
        this.values = new TreeMap<>(values);
    }

    Duration duration(String key, Duration otherwise) {
        return value(
                key, otherwise, SettingsReader::parseDuration, "a duration above nothing, such as 500ms, 20s or 5m");
    }

    int number(String key, int otherwise, int least) {
        return value(
                key,
                otherwise,
                text -> require(Integer.parseInt(text), Integer.parseInt(text) >= least),
                "a whole number from " + least);
    }

    double share(String key, double otherwise) {
        return value(
                key,
                otherwise,
                text -> require(
                        Double.parseDouble(text), Double.parseDouble(text) >= 0 && Double.parseDouble(text) <= 1),
                "a share from 0 to 1");
    }

    boolean flag(String key, boolean otherwise) {
        return value(
                key,
                otherwise,
                text -> require(text.equals("true"), text.equals("true") || text.equals("false")),
                "true or false");
    }

    /** A text that has its own message for what is wrong with it. */
    <T> T converted(String key, String text, Function<String, T> parser, T otherwise) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException problem) {
            problems.add(new SettingsException.Problem(key, owner + ": " + problem.getMessage()));
            return otherwise;
        }
    }

    /** What was read, made into a record that checks how the values go together. */
    <T> T finish(Supplier<T> maker) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problems.add(new SettingsException.Problem(
                        key, "%s has no setting %s; it has %s".formatted(owner, key, String.join(", ", known))));
            }
        }
        T made = null;
        if (problems.isEmpty()) {
            made = converted("", "", ignored -> maker.get(), null);
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return made;
    }

    private <T> T value(String key, T otherwise, Function<String, T> parser, String expected) {
        known.add(key);
        String text = values.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException ignored) {
            problems.add(new SettingsException.Problem(
                    key, "%s: %s must be %s, and is \"%s\"".formatted(owner, key, expected, text)));
            return otherwise;
        }
    }

    private static <T> T require(T value, boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static Duration parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                };
        return require(duration, duration.isPositive());
    }
}
