package io.agentctl.policies.document;

import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a scalar is, by the JSON schema of YAML 1.2: {@code true}, {@code 1}, {@code 1.5} and {@code null} are what they
 * look like, and everything else is a text. Words of YAML 1.1 that look like truth values ({@code yes}, {@code off})
 * are texts; where that could deceive, the checker asks for quotes.
 */
final class ScalarValues {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
    private static final Pattern DECIMAL =
            Pattern.compile("-?(0|[1-9][0-9]{0,300})(\\.[0-9]{1,300})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern DECEPTIVE =
            Pattern.compile("(?i)yes|no|on|off|true|false|null|0[xob][0-9a-f_]+|[-+]?[0-9][0-9_.]*");

    private ScalarValues() {}

    /** A node as JSON: String, Long, Double, Boolean, null, a List or a Map that keeps the order of its keys. */
    static Object json(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> scalar(scalar);
            case Sequence sequence -> {
                List<Object> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(json(item)));
                yield Collections.unmodifiableList(items);
            }
            case Mapping mapping -> {
                Map<String, Object> members = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> members.put(entry.key().value(), json(entry.value())));
                yield Collections.unmodifiableMap(members);
            }
            case Refused ignored -> null;
        };
    }

    static Object scalar(Scalar scalar) {
        String value = scalar.value();
        if (!scalar.isPlain()) {
            return value;
        }
        if (scalar.isNull()) {
            return null;
        }
        if ("true".equals(value) || "false".equals(value)) {
            return Boolean.valueOf(value);
        }
        Object number = number(value);
        return number == null ? value : number;
    }

    private static Object number(String value) {
        try {
            if (WHOLE.matcher(value).matches()) {
                return Long.valueOf(value);
            }
        } catch (NumberFormatException ignored) {
            // More than 63 bits: JSON readers make a floating-point number of it, and so does the next test.
        }
        if (DECIMAL.matcher(value).matches()) {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? number : null;
        }
        return null;
    }

    /** Whether an unquoted text is one that its author may have meant as a truth value or a number. */
    static boolean deceives(Scalar scalar) {
        return scalar.isPlain()
                && scalar(scalar) instanceof String text
                && DECEPTIVE.matcher(text).matches();
    }
}
