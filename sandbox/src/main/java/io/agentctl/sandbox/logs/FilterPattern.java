package io.agentctl.sandbox.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines are wanted: {@code term}, {@code "several words"}, {@code -unwanted}, {@code ?one ?or ?other}.
 *
 * @param all what a line must have
 * @param none what it must not have
 * @param any of which it must have one, if there are any
 */
record FilterPattern(List<String> all, List<String> none, List<String> any) {
    private static final Pattern TERM = Pattern.compile("([-?]?)(?:\"([^\"]*)\"|(\\S+))");

    FilterPattern {
        all = List.copyOf(all);
        none = List.copyOf(none);
        any = List.copyOf(any);
    }

    static FilterPattern parse(String text) {
        String pattern = text == null ? "" : text.strip();
        if (pattern.startsWith("{") || pattern.startsWith("[") || pattern.startsWith("%")) {
            throw LogsErrors.invalid(
                    "The sandbox filters by terms, not by JSON, columns or regular expressions: " + pattern);
        }
        List<String> all = new ArrayList<>();
        List<String> none = new ArrayList<>();
        List<String> any = new ArrayList<>();
        Matcher matcher = TERM.matcher(pattern);
        while (matcher.find()) {
            String term = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            switch (matcher.group(1)) {
                case "-" -> none.add(term);
                case "?" -> any.add(term);
                default -> all.add(term);
            }
        }
        return new FilterPattern(all, none, any);
    }

    boolean matches(String line) {
        return all.stream().allMatch(line::contains)
                && none.stream().noneMatch(line::contains)
                && (any.isEmpty() || any.stream().anyMatch(line::contains));
    }
}
