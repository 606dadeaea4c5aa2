package io.agentctl.control.yaml;

import io.agentctl.control.error.Suggestions;
import io.agentctl.control.yaml.Node.Field;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Node.Items;
import io.agentctl.control.yaml.Node.Position;
import io.agentctl.control.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One mapping that is read to its end, whatever is wrong in it: what is wrong is noted, and reads as if it were not
 * there. {@link Mapping} is for files of which the first mistake is enough.
 *
 * @param fields what was read
 * @param findings where mistakes are noted
 */
public record Form(Fields fields, Findings findings) {

    /** Takes a mapping, and notes the keys that are not known. */
    public static Form of(Fields fields, List<String> keys, Findings findings) {
        fields.fields().forEach((name, field) -> {
            if (!keys.contains(name)) {
                findings.error(field.key(), unknown("key", name, keys));
            }
        });
        return new Form(fields, findings);
    }

    /** Says that there is no such word, and which was probably meant, or which there are. */
    public static String unknown(String what, String word, List<String> known) {
        String near = Suggestions.sentence(word, known);
        return "unknown " + what + " '" + word + "'. "
                + (near.isEmpty() ? "Known here: " + String.join(", ", known) + "." : near);
    }

    public boolean has(String key) {
        return fields.fields().containsKey(key);
    }

    /** Where a key is, or the mapping if it has no such key. */
    public Position position(String key) {
        return field(key).map(Field::key).orElse(fields.position());
    }

    /** Where the value of a key begins, or the mapping if it has no such key. */
    public Position valuePosition(String key) {
        return field(key).map(field -> field.value().position()).orElse(fields.position());
    }

    /** Notes that something is wrong at a key. */
    public void wrong(String key, String message) {
        findings.error(position(key), message);
    }

    /** The same mapping, after noting that a key is not there, if it is not. */
    public Form needs(String key, String message) {
        if (!has(key)) {
            findings.error(fields.position(), message);
        }
        return this;
    }

    /** A text that is not blank. */
    public Optional<String> text(String key) {
        return value(key, Function.identity(), "a text");
    }

    /**
     * A value that is read from its text.
     *
     * @param reader throws IllegalArgumentException for a text that it does not accept
     * @param expected what the value should be, for the message
     */
    public <T> Optional<T> value(String key, Function<String, T> reader, String expected) {
        return field(key).flatMap(field -> read(key, field.value(), reader, expected));
    }

    /** One of some words. */
    public <T> Optional<T> word(String key, Map<String, T> words) {
        return word(key, oneOf(words.keySet().stream().sorted().toList()), words);
    }

    /** One of many words, for which another expression stands in messages. */
    public <T> Optional<T> word(String key, String expected, Map<String, T> words) {
        return text(key).flatMap(text -> {
            T meaning = words.get(text);
            if (meaning == null) {
                String near = Suggestions.sentence(text, words.keySet());
                findings.error(
                        valuePosition(key),
                        "'" + key + "' must be " + expected + ", not '" + text + "'."
                                + (near.isEmpty() ? "" : " " + near));
            }
            return Optional.ofNullable(meaning);
        });
    }

    private static String oneOf(List<String> known) {
        int last = known.size() - 1;
        return last == 0 ? known.getFirst() : String.join(", ", known.subList(0, last)) + " or " + known.get(last);
    }

    /** Yes or no. */
    public Optional<Boolean> truth(String key) {
        return word(key, Map.of("true", true, "false", false));
    }

    /** A list of texts; a single text counts as a list of one. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        nodes(key).forEach(node -> read(key, node, Function.identity(), "a list of texts")
                .ifPresent(texts::add));
        return List.copyOf(texts);
    }

    /** A mapping under a key, with its own known keys. */
    public Optional<Form> form(String key, List<String> keys) {
        return field(key).flatMap(field -> mapping(key, field.value())).map(found -> of(found, keys, findings));
    }

    /** A mapping under a key whose keys are names. */
    public Optional<Fields> named(String key) {
        return field(key).flatMap(field -> mapping(key, field.value()));
    }

    /** The mappings of a list under a key, each with the same known keys; a single mapping counts as a list of one. */
    public List<Form> forms(String key, List<String> keys) {
        List<Form> forms = new ArrayList<>();
        nodes(key).forEach(node -> mapping(key, node).ifPresent(found -> forms.add(of(found, keys, findings))));
        return List.copyOf(forms);
    }

    /** The texts of a mapping under a key whose keys are names; empty if there is none. */
    public Map<String, String> entries(String key) {
        Map<String, String> entries = new TreeMap<>();
        named(key).ifPresent(found -> found.fields()
                .forEach((name, field) -> read(name, field.value(), Function.identity(), "a text")
                        .ifPresent(text -> entries.put(name, text))));
        return entries;
    }

    private Optional<Field> field(String key) {
        return Optional.ofNullable(fields.fields().get(key));
    }

    private List<Node> nodes(String key) {
        return field(key)
                .map(Field::value)
                .map(node -> node instanceof Items items ? items.items() : List.of(node))
                .orElse(List.of());
    }

    private Optional<Fields> mapping(String key, Node node) {
        if (node instanceof Fields found) {
            return Optional.of(found);
        }
        findings.error(node.position(), "'" + key + "' must have keys of its own");
        return Optional.empty();
    }

    private <T> Optional<T> read(String key, Node node, Function<String, T> reader, String expected) {
        String instead = "";
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            try {
                return Optional.of(reader.apply(scalar.text()));
            } catch (IllegalArgumentException ignored) {
                instead = ", not '" + scalar.text() + "'";
            }
        }
        findings.error(node.position(), "'" + key + "' must be " + expected + instead);
        return Optional.empty();
    }
}
