package io.agentctl.policies.document;

import java.util.List;

/** A value of a YAML file with its place. */
sealed interface YamlNode {

    Span span();

    /** A scalar. Null is a plain one that says nothing, {@code ~} or {@code null}. */
    record Scalar(Span span, ScalarStyle style, String value) implements YamlNode {

        boolean isNull() {
            return style == ScalarStyle.PLAIN && ("".equals(value) || "~".equals(value) || "null".equals(value));
        }

        boolean isPlain() {
            return style == ScalarStyle.PLAIN;
        }
    }

    /**
     * A list.
     *
     * @param flow whether it is written in brackets
     */
    record Sequence(Span span, boolean flow, List<YamlNode> items) implements YamlNode {}

    /**
     * An object.
     *
     * @param flow whether it is written in braces
     */
    record Mapping(Span span, boolean flow, List<Entry> entries) implements YamlNode {}

    /** What was refused already, and is not looked at again. */
    record Refused(Span span) implements YamlNode {}

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
