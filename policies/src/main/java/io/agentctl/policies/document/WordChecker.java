package io.agentctl.policies.document;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks single values against shapes. */
final class WordChecker {

    /** What of a request may hold something that is masked. */
    static final String REDACTABLE = "context";

    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    private final Findings findings;

    WordChecker(Findings findings) {
        this.findings = findings;
    }

    String check(Shape.Text shape, YamlNode node, String pointer) {
        Optional<String> text = text(node, pointer, shape.what());
        if (text.isEmpty()) {
            return null;
        }
        String value = text.orElseThrow();
        if (value.isBlank() && shape.least() > 0) {
            bad(node, pointer, "%s is empty".formatted(shape.what()));
            return null;
        }
        if (value.length() > shape.most()) {
            findings.error(
                    Code.TOO_LARGE,
                    node.span().start(),
                    pointer,
                    "%,d characters, and %s has at most %,d".formatted(value.length(), shape.what(), shape.most()));
            return null;
        }
        if (!shape.pattern().isEmpty() && !value.matches(shape.pattern())) {
            bad(
                    node,
                    pointer,
                    "'%s' is not %s: it matches %s".formatted(shortened(value), shape.what(), shape.pattern()));
            return null;
        }
        return value;
    }

    String check(Shape.Choice shape, YamlNode node, String pointer) {
        String expected = String.join(" or ", shape.words());
        Optional<String> text = text(node, pointer, expected);
        if (text.isPresent() && !shape.words().contains(text.orElseThrow())) {
            String value = text.orElseThrow();
            String hint = shape.words().size() > 1 ? NearestName.hint(value, shape.words()) : "";
            bad(node, pointer, "'%s' is not %s%s".formatted(shortened(value), expected, hint));
            return null;
        }
        return text.orElse(null);
    }

    Long check(Shape.Whole shape, YamlNode node, String pointer) {
        String expected = "a whole number from %d to %d".formatted(shape.least(), shape.most());
        if (!(node instanceof Scalar scalar) || !(ScalarValues.scalar(scalar) instanceof Long number)) {
            wrongType(findings, node, pointer, expected);
            return null;
        }
        if (number < shape.least() || number > shape.most()) {
            bad(node, pointer, "%d is not %s".formatted(number, expected));
            return null;
        }
        return number;
    }

    Duration check(Shape.Period shape, YamlNode node, String pointer) {
        String expected = "a duration such as 250ms, 30s or 1h30m";
        Optional<String> text = text(node, pointer, expected);
        Optional<Duration> duration = text.flatMap(Durations::parse);
        if (text.isPresent() && duration.isEmpty()) {
            bad(node, pointer, "'%s' is not %s".formatted(shortened(text.orElseThrow()), expected));
        }
        if (duration.isPresent()
                && (!duration.orElseThrow().isPositive()
                        || duration.orElseThrow().compareTo(shape.most()) > 0)) {
            bad(node, pointer, "it is more than nothing and at most " + Durations.text(shape.most()));
            return null;
        }
        return duration.orElse(null);
    }

    Instant checkMoment(YamlNode node, String pointer) {
        String expected = "a time with a zone, such as 2027-01-31T00:00:00Z";
        Optional<String> text = text(node, pointer, expected);
        Optional<Instant> instant = text.flatMap(ParameterTypes::parseInstant);
        if (text.isPresent() && instant.isEmpty()) {
            bad(node, pointer, "'%s' is not %s".formatted(shortened(text.orElseThrow()), expected));
        }
        return instant.orElse(null);
    }

    JsonPath checkPointer(YamlNode node, String pointer) {
        String expected = "a JSON pointer such as /context/prompt";
        Optional<String> text = text(node, pointer, expected);
        if (text.isEmpty()) {
            return null;
        }
        String value = text.orElseThrow();
        if (!value.startsWith("/") || BAD_ESCAPE.matcher(value).find()) {
            bad(node, pointer, "'%s' is not %s".formatted(shortened(value), expected));
            return null;
        }
        JsonPath path = JsonPath.parse(value);
        if (!path.tokens().getFirst().equals(REDACTABLE)) {
            bad(node, pointer, "'%s' masks nothing: what can be masked is under /context".formatted(shortened(value)));
            return null;
        }
        return path;
    }

    private Optional<String> text(YamlNode node, String pointer, String expected) {
        if (node instanceof Scalar scalar && ScalarValues.scalar(scalar) instanceof String text) {
            return Optional.of(text);
        }
        boolean unquoted = node instanceof Scalar scalar && !scalar.isNull();
        wrongType(findings, node, pointer, expected + (unquoted ? " in quotes" : ""));
        return Optional.empty();
    }

    private void bad(YamlNode node, String pointer, String message) {
        findings.error(Code.BAD_VALUE, node.span().start(), pointer, message);
    }

    static void wrongType(Findings findings, YamlNode node, String pointer, String expected) {
        String found =
                switch (node) {
                    case Mapping ignored -> "an object";
                    case Sequence ignored -> "a list";
                    case Scalar scalar -> described(scalar);
                    case Refused ignored -> "what was refused";
                };
        findings.error(
                Code.BAD_VALUE, node.span().start(), pointer, "expected %s, found %s".formatted(expected, found));
    }

    private static String described(Scalar scalar) {
        if (scalar.isNull()) {
            return "nothing";
        }
        return ScalarValues.scalar(scalar) instanceof String ? "a text" : shortened(scalar.value());
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
