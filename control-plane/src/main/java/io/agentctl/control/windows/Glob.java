package io.agentctl.control.windows;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name, or a pattern of names.
 *
 * @param text in which {@code *} stands for any characters, or none
 */
record Glob(String text) {

    private static final char ANY = '*';
    /** Stands for whatever a star may be, where one pattern is matched against another; no name has it. */
    private static final char WHATEVER = '\uffff';

    boolean exact() {
        return text.indexOf(ANY) < 0;
    }

    boolean matches(String name) {
        String expression = Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(expression);
    }

    /** Whether it matches whatever another does. */
    boolean includes(Glob other) {
        return matches(other.text.replace(ANY, WHATEVER));
    }

    /** A short name that both match; empty if there is none. */
    Optional<String> common(Glob other) {
        return common(text, other.text);
    }

    private static Optional<String> common(String one, String two) {
        if (one.isEmpty() && two.isEmpty()) {
            return Optional.of("");
        }
        if (starts(one)) {
            return common(one.substring(1), two).or(() -> taking(one, two));
        }
        if (starts(two)) {
            return common(one, two.substring(1)).or(() -> taking(two, one));
        }
        return !one.isEmpty() && !two.isEmpty() && one.charAt(0) == two.charAt(0)
                ? common(one.substring(1), two.substring(1)).map(rest -> one.charAt(0) + rest)
                : Optional.empty();
    }

    /** The star at the beginning of one stands for what the other begins with, too. */
    private static Optional<String> taking(String star, String other) {
        if (other.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> rest = common(star, other.substring(1));
        return starts(other) ? rest : rest.map(name -> other.charAt(0) + name);
    }

    private static boolean starts(String text) {
        return !text.isEmpty() && text.charAt(0) == ANY;
    }
}
