package io.agentctl.control.yaml;

import io.agentctl.control.yaml.Node.Field;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Node.Items;
import io.agentctl.control.yaml.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that a file leaves to the project, such as {@code ${project}} in {@code ${project}/API}: one file then fits
 * every project. They stand in values only, not in keys.
 *
 * @param values what each stands for, by its name
 */
public record Placeholders(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /** The same values with the names filled in; those that nobody knows are noted and stay. */
    public Fields fill(Fields fields, Findings findings) {
        SequencedMap<String, Field> filled = new LinkedHashMap<>();
        fields.fields()
                .forEach((name, field) -> filled.put(name, new Field(field.key(), fill(field.value(), findings))));
        return new Fields(filled, fields.position());
    }

    private Node fill(Node node, Findings findings) {
        return switch (node) {
            case Fields fields -> fill(fields, findings);
            case Items items ->
                new Items(
                        items.items().stream().map(item -> fill(item, findings)).toList(), items.position());
            case Scalar scalar -> scalar.text().contains("${") ? fill(scalar, findings) : scalar;
        };
    }

    private Scalar fill(Scalar scalar, Findings findings) {
        Matcher matcher = PLACEHOLDER.matcher(scalar.text());
        return new Scalar(
                matcher.replaceAll(found -> Matcher.quoteReplacement(value(found, scalar, findings))),
                scalar.position());
    }

    private String value(MatchResult found, Scalar scalar, Findings findings) {
        String value = values.get(found.group(1));
        if (value == null) {
            List<String> known = values.keySet().stream().sorted().toList();
            findings.error(scalar.position(), Form.unknown("placeholder", found.group(1), known));
            return found.group();
        }
        return value;
    }
}
