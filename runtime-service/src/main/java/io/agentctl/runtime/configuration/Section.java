package io.agentctl.runtime.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of the document whose keys are asked for one by one; {@link #close} refuses those that nobody asked for.
 */
final class Section implements AutoCloseable {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KiB|MiB)?");
    private static final Map<String, Integer> UNITS = Map.of("B", 1, "KiB", 1024, "MiB", 1024 * 1024);

    private final String file;
    private final String name;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Section(String file, String name) {
        this.file = file;
        this.name = name;
    }

    /** The whole document; an empty one has no keys. */
    static Section of(String file, Node root) {
        Section section = new Section(file, "the configuration");
        if (root != null) {
            section.read(root);
        }
        return section;
    }

    private void read(Node node) {
        if (node instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, name + " must be a mapping");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (values.put(key, tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), "the key " + key + " is there twice");
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    Section section(String key) {
        Section section = new Section(file, key);
        find(key).ifPresent(section::read);
        return section;
    }

    /** The names of this mapping's keys, all of them known from here on. */
    List<String> names() {
        known.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    Optional<String> text(String key) {
        return find(key).map(node -> scalar(node, key));
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    Optional<Path> path(String key) {
        return text(key).map(Path::of);
    }

    List<Path> paths(String key) {
        return list(key).stream().map(Path::of).toList();
    }

    List<String> list(String key) {
        return find(key).map(node -> elements(node, key)).orElse(List.of());
    }

    private List<String> elements(Node node, String key) {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(scalar(node, key));
        }
        List<String> elements = new ArrayList<>();
        sequence.getValue().forEach(element -> elements.add(scalar(element, key)));
        return elements;
    }

    int number(String key, int otherwise, int least, int most) {
        return value(
                key,
                otherwise,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException();
                    }
                    return number;
                },
                "a whole number from " + least + " to " + most);
    }

    double share(String key, double otherwise) {
        return value(
                key,
                otherwise,
                text -> {
                    double share = Double.parseDouble(text);
                    if (!(share >= 0 && share <= 1)) {
                        throw new IllegalArgumentException();
                    }
                    return share;
                },
                "a share from 0 to 1");
    }

    Duration duration(String key, Duration otherwise) {
        return value(key, otherwise, Section::parseDuration, "a duration such as 500ms, 20s, 5m or 1h");
    }

    int bytes(String key, int otherwise) {
        return value(key, otherwise, Section::parseSize, "a size such as 8192, 256KiB or 1MiB");
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
        List<String> allowed = List.of(type.getEnumConstants()).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        // YAML reads a bare `off` as false, but here scalars are texts.
        return value(
                key,
                otherwise,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                "one of " + String.join(", ", allowed));
    }

    private <T> T value(String key, T otherwise, Function<String, T> reader, String expected) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        String text = scalar(node.get(), key);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException ignored) {
            throw problem(node.get(), key + " must be " + expected + ", and is " + text);
        }
    }

    private Optional<Node> find(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(node, what + " must be a single value");
    }

    /** The problem of one key's value. */
    ConfigurationException problem(String key, String message) {
        return problem(values.get(key), message);
    }

    /** Where the value of a key stands: {@code file:line:column}. */
    String place(String key) {
        return place(values.get(key));
    }

    private String place(Node node) {
        Mark mark = node.getStartMark();
        return "%s:%d:%d".formatted(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private ConfigurationException problem(Node node, String message) {
        return new ConfigurationException(place(node) + ": " + message);
    }

    @Override
    public void close() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw problem(
                        keys.get(key), "%s has no key %s; it has %s".formatted(name, key, String.join(", ", known)));
            }
        }
    }

    private static Duration parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static Integer parseSize(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return Math.multiplyExact(Integer.parseInt(matcher.group(1)), UNITS.get(unit));
    }
}
