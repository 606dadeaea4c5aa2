package io.agentctl.policies.compile;

import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as expressions write them; long ones shortened, for they are read by people. */
final class Literals {

    private static final int LONGEST = 60;
    private static final int MOST_ELEMENTS = 12;

    private Literals() {}

    static String text(Object value) {
        return switch (value) {
            case String string -> string(string);
            case Double number ->
                number % 1 == 0 && Math.abs(number) < 1e15
                        ? Long.toString(number.longValue()) + ".0"
                        : number.toString();
            case Instant instant -> instant.toString();
            case Duration duration -> duration(duration);
            case Collection<?> list ->
                list.stream().limit(MOST_ELEMENTS).map(Literals::text).collect(Collectors.joining(", ", "[", ""))
                        + (list.size() > MOST_ELEMENTS ? ", … " + list.size() + " in all]" : "]");
            case Map<?, ?> map -> "{" + map.size() + " members}";
            case NullValue ignored -> "null";
            default -> String.valueOf(value);
        };
    }

    private static String string(String string) {
        String shown = string.length() <= LONGEST ? string : string.substring(0, LONGEST) + "…";
        String quoted = "'" + shown.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        return string.length() <= LONGEST ? quoted : quoted + " (" + string.length() + " characters)";
    }

    private static String duration(Duration duration) {
        return duration.toNanosPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
