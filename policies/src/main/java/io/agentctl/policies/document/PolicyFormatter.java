package io.agentctl.policies.document;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a policy in its one form: keys in order, two spaces a level, comments kept where they stand. Formatting what
 * is formatted changes nothing, and formatting never changes what a policy says.
 */
public final class PolicyFormatter {

    private PolicyFormatter() {}

    /**
     * A policy, or a file of tests beside one, in its one form. It need not be valid, but it must be readable. A text
     * whose form cannot be changed without doubt about its meaning comes back as it is.
     *
     * @throws PolicyException BAD_DOCUMENT, with every finding, if it cannot be read
     */
    public static String format(String text) {
        SourceText source = new SourceText("", text);
        Findings findings = new Findings("");
        Optional<YamlNode> tree = PolicyReader.tree(source, findings);
        if (tree.isEmpty() || !findings.isEmpty()) {
            String all = findings.inOrder().stream()
                    .map(finding -> "line %d, column %d: %s"
                            .formatted(
                                    finding.position().line(),
                                    finding.position().column(),
                                    finding.message()))
                    .collect(Collectors.joining("\n"));
            throw new PolicyException(
                    PolicyException.Kind.BAD_DOCUMENT, all, "Correct it; `policy check` says more.", null);
        }
        if (!(tree.orElseThrow() instanceof Mapping root)) {
            return text;
        }
        Lines lines = new Lines(text);
        Decorated decorated = new Decorator(lines, root).root(root);
        String formatted = YamlWriter.write(lines, decorated, DocumentShape.POLICY);
        return keeps(lines, root, formatted) ? formatted : text;
    }

    private static boolean keeps(Lines before, YamlNode root, String formatted) {
        Findings findings = new Findings("");
        Optional<YamlNode> after = PolicyReader.tree(new SourceText("", formatted), findings);
        return after.isPresent()
                && findings.isEmpty()
                && same(root, after.orElseThrow())
                && Comments.texts(before, root).equals(Comments.texts(new Lines(formatted), after.orElseThrow()));
    }

    private static boolean same(YamlNode one, YamlNode other) {
        return switch (one) {
            case Scalar scalar -> other instanceof Scalar same && same(scalar, same);
            case Sequence sequence -> other instanceof Sequence same && same(sequence.items(), same.items());
            case Mapping mapping -> other instanceof Mapping same && same(mapping, same);
            case Refused ignored -> false;
        };
    }

    /** Quotes matter: {@code 5m} is a duration as a parameter, and {@code "5m"} is a text. */
    private static boolean same(Scalar one, Scalar other) {
        boolean sameKind = one.isPlain() == other.isPlain()
                || one.value().contains("\n")
                || one.value().contains(" ");
        return sameKind && Objects.equals(ScalarValues.scalar(one), ScalarValues.scalar(other));
    }

    private static boolean same(List<YamlNode> one, List<YamlNode> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = same(one.get(i), other.get(i));
        }
        return same;
    }

    private static boolean same(Mapping one, Mapping other) {
        Map<String, YamlNode> members = new HashMap<>();
        other.entries().forEach(entry -> members.put(entry.key().value(), entry.value()));
        return one.entries().size() == members.size()
                && one.entries().stream().allMatch(entry -> {
                    YamlNode value = members.get(entry.key().value());
                    return value != null && same(entry.value(), value);
                });
    }
}
