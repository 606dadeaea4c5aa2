package io.agentctl.policies.document;

import io.agentctl.policies.document.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A value with its key, if it has one, and the comments that stand by it.
 *
 * @param above lines before it: comments, and empty strings for empty lines
 * @param beside the comment at the end of its first line, or an empty string
 * @param children its items or entries, where they are written on lines of their own
 * @param below comments after the last child
 */
record Decorated(
        Optional<Scalar> key,
        YamlNode value,
        List<String> above,
        String beside,
        List<Decorated> children,
        List<String> below) {

    Decorated withAbove(List<String> others) {
        return new Decorated(key, value, others, beside, children, below);
    }

    /** Whether the value is written on lines of its own. */
    boolean isBlock() {
        return !children.isEmpty() || !below.isEmpty();
    }
}
