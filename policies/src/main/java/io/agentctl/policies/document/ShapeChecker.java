package io.agentctl.policies.document;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Shape.AnyObject;
import io.agentctl.policies.document.Shape.AnyParameterValue;
import io.agentctl.policies.document.Shape.Items;
import io.agentctl.policies.document.Shape.Member;
import io.agentctl.policies.document.Shape.Members;
import io.agentctl.policies.document.Shape.Named;
import io.agentctl.policies.document.Shape.WordOr;
import io.agentctl.policies.document.YamlNode.Entry;
import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks nodes against shapes, and goes on after every finding. What is wrong becomes null. */
final class ShapeChecker {

    private final Findings findings;

    ShapeChecker(Findings findings) {
        this.findings = findings;
    }

    Object check(Shape shape, YamlNode node, String pointer) {
        if (node instanceof Refused) {
            return null;
        }
        return switch (shape) {
            case Members members -> members(members, node, pointer);
            case Named named -> named(named, node, pointer);
            case Items items -> items(items, node, pointer);
            case WordOr choice ->
                node instanceof Mapping ? check(choice.object(), node, pointer) : check(choice.word(), node, pointer);
            case AnyObject ignored -> anyObject(node, pointer);
            case AnyParameterValue ignored -> parameterValue(node, pointer);
            case Shape.Text text -> new WordChecker(findings).check(text, node, pointer);
            case Shape.Choice choice -> new WordChecker(findings).check(choice, node, pointer);
            case Shape.Whole whole -> new WordChecker(findings).check(whole, node, pointer);
            case Shape.Period period -> new WordChecker(findings).check(period, node, pointer);
            case Shape.Moment ignored -> new WordChecker(findings).checkMoment(node, pointer);
            case Shape.Pointer ignored -> new WordChecker(findings).checkPointer(node, pointer);
        };
    }

    private Fields members(Members shape, YamlNode node, String pointer) {
        if (!(node instanceof Mapping mapping)) {
            wrongType(node, pointer, "an object with the keys " + String.join(", ", shape.names()));
            return null;
        }
        Map<String, Object> values = new HashMap<>();
        List<String> names = shape.names();
        for (Entry entry : mapping.entries()) {
            String name = entry.key().value();
            String at = Pointers.member(pointer, name);
            int index = names.indexOf(name);
            if (index < 0) {
                findings.error(
                        Code.UNKNOWN_KEY,
                        entry.key().span().start(),
                        at,
                        "unknown key '%s'%s".formatted(shortened(name), unknown(name, names)));
                continue;
            }
            values.put(name, check(shape.keys().get(index).shape(), entry.value(), at));
        }
        for (Member key : shape.keys()) {
            if (key.required() && !values.containsKey(key.name())) {
                findings.error(
                        Code.MISSING_KEY, mapping.span().start(), pointer, "'%s' is missing".formatted(key.name()));
            }
        }
        return new Fields(values);
    }

    private static String unknown(String name, List<String> names) {
        String hint = NearestName.hint(name, names);
        return hint.isEmpty() ? "; known here: " + String.join(", ", names) : hint;
    }

    private Map<String, Object> named(Named shape, YamlNode node, String pointer) {
        if (!(node instanceof Mapping mapping)) {
            wrongType(node, pointer, "an object");
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            String name = entry.key().value();
            String at = Pointers.member(pointer, name);
            if (!name.matches(shape.pattern())) {
                findings.error(
                        Code.BAD_VALUE,
                        entry.key().span().start(),
                        at,
                        "'%s' is not %s: letters, digits and underscores".formatted(shortened(name), shape.what()));
            }
            values.put(name, check(shape.value(), entry.value(), at));
        }
        return values;
    }

    private List<Object> items(Items shape, YamlNode node, String pointer) {
        if (!(node instanceof Sequence sequence)) {
            wrongType(node, pointer, "a list");
            return null;
        }
        int count = sequence.items().size();
        if (count < shape.least()) {
            findings.error(
                    Code.BAD_VALUE, sequence.span().start(), pointer, "the list is empty: it needs an item at least");
        }
        if (count > shape.most()) {
            findings.error(
                    Code.TOO_LARGE,
                    sequence.items().get(shape.most()).span().start(),
                    pointer,
                    "%,d items, and at most %,d are read".formatted(count, shape.most()));
        }
        List<Object> values = new ArrayList<>();
        Map<Object, Integer> lines = new HashMap<>();
        for (int i = 0; i < Math.min(count, shape.most()); i++) {
            String at = Pointers.item(pointer, i);
            YamlNode item = sequence.items().get(i);
            Object value = check(shape.item(), item, at);
            values.add(value);
            unique(shape, item, value, at, lines);
        }
        return values;
    }

    private void unique(Items shape, YamlNode item, Object value, String pointer, Map<Object, Integer> lines) {
        if (shape.item() instanceof Members && shape.identity().isEmpty()) {
            return;
        }
        String key = shape.identity().orElse("");
        Object identity = value instanceof Fields fields ? fields.values().get(key) : value;
        if (identity == null) {
            return;
        }
        SourcePosition position =
                key.isEmpty() ? item.span().start() : member(item, key).span().start();
        Integer first = lines.putIfAbsent(identity, position.line());
        if (first != null) {
            String at = key.isEmpty() ? pointer : Pointers.member(pointer, key);
            String what = key.isEmpty() ? "" : key + " ";
            findings.error(
                    Code.DUPLICATE,
                    position,
                    at,
                    "%s'%s' is given twice, first on line %d".formatted(what, shortened(identity.toString()), first));
        }
    }

    private static YamlNode member(YamlNode node, String key) {
        return ((Mapping) node)
                .entries().stream()
                        .filter(entry -> entry.key().value().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    private Object anyObject(YamlNode node, String pointer) {
        if (node instanceof Mapping) {
            return ScalarValues.json(node);
        }
        wrongType(node, pointer, "an object");
        return null;
    }

    private ParameterValue parameterValue(YamlNode node, String pointer) {
        if (node instanceof Scalar scalar) {
            return parameterScalar(scalar, pointer);
        }
        if (node instanceof Sequence sequence) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < sequence.items().size(); i++) {
                ParameterValue item = sequence.items().get(i) instanceof Scalar scalar
                        ? parameterScalar(scalar, Pointers.item(pointer, i))
                        : parameterValue(sequence.items().get(i), Pointers.item(pointer, i));
                items.add(item == null ? "" : item.written());
            }
            List<Object> values = List.copyOf(items);
            return new ParameterValue(values, values);
        }
        wrongType(node, pointer, "a value or a list of values");
        return null;
    }

    private ParameterValue parameterScalar(Scalar scalar, String pointer) {
        if (scalar.isNull()) {
            wrongType(scalar, pointer, "a value");
            return null;
        }
        if (ScalarValues.deceives(scalar)) {
            findings.error(
                    Code.BAD_VALUE,
                    scalar.span().start(),
                    pointer,
                    "%s is read as a text: quote it, or write true, false or a decimal number"
                            .formatted(scalar.value()));
            return null;
        }
        Object written = ScalarValues.scalar(scalar);
        Object inferred = written instanceof String text && scalar.isPlain() ? inferred(text) : written;
        return new ParameterValue(written, inferred);
    }

    private static Object inferred(String text) {
        return Durations.parse(text)
                .<Object>map(duration -> duration)
                .or(() -> ParameterTypes.parseInstant(text))
                .orElse(text);
    }

    private void wrongType(YamlNode node, String pointer, String expected) {
        WordChecker.wrongType(findings, node, pointer, expected);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
