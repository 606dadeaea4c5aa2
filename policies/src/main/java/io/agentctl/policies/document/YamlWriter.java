package io.agentctl.policies.document;

import io.agentctl.policies.document.Shape.Items;
import io.agentctl.policies.document.Shape.Member;
import io.agentctl.policies.document.Shape.Members;
import io.agentctl.policies.document.Shape.Named;
import io.agentctl.policies.document.Shape.WordOr;
import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes decorated values: two spaces a level, keys in the order of the shape, brackets where they fit on a line. */
final class YamlWriter {

    private static final int STEP = 2;
    private static final int WIDTH = 100;

    private final ScalarTexts scalars;
    private final List<String> out = new ArrayList<>();

    private YamlWriter(Lines lines) {
        this.scalars = new ScalarTexts(lines);
    }

    static String write(Lines lines, Decorated root, Shape shape) {
        YamlWriter writer = new YamlWriter(lines);
        writer.document(root, shape);
        return writer.text();
    }

    /** The lines, without empty ones at the start, at the end, or in a row. */
    private String text() {
        StringBuilder text = new StringBuilder();
        boolean blank = true;
        for (String line : out) {
            if (line.isEmpty() && blank) {
                continue;
            }
            text.append(line).append('\n');
            blank = line.isEmpty();
        }
        return text.toString().stripTrailing() + "\n";
    }

    private void document(Decorated root, Shape shape) {
        List<Decorated> children = new ArrayList<>(root.children());
        if (!children.isEmpty()) {
            Decorated first = children.getFirst();
            int header = first.above().lastIndexOf("") + 1;
            out.addAll(first.above().subList(0, header));
            children.set(
                    0,
                    first.withAbove(first.above().subList(header, first.above().size())));
        }
        block(new Decorated(root.key(), root.value(), List.of(), "", children, List.of()), Optional.of(shape), 0);
        out.addAll(root.below());
    }

    private void block(Decorated parent, Optional<Shape> shape, int indent) {
        boolean first = true;
        for (Decorated written : ordered(parent, shape)) {
            Decorated child = hoisted(written, below(shape, written));
            above(child, indent, first);
            first = false;
            if (child.key().isPresent()) {
                entry(child, below(shape, child), indent, " ".repeat(indent));
            } else {
                item(child, below(shape, child), indent);
            }
        }
        comments(parent.below(), indent);
    }

    /** An item's first line has a dash, so comments above its first child go above the dash. */
    private static Decorated hoisted(Decorated item, Optional<Shape> shape) {
        if (item.key().isPresent() || item.children().isEmpty()) {
            return item;
        }
        List<Decorated> children = new ArrayList<>(ordered(item, shape));
        Decorated first = hoisted(children.getFirst(), below(shape, children.getFirst()));
        children.set(0, first.withAbove(List.of()));
        List<String> above = new ArrayList<>(item.above());
        first.above().stream().filter(line -> !line.isEmpty()).forEach(above::add);
        return new Decorated(item.key(), item.value(), above, item.beside(), children, item.below());
    }

    private void above(Decorated child, int indent, boolean first) {
        List<String> lines = child.above();
        boolean dropsBlank = first && !lines.isEmpty() && lines.getFirst().isEmpty();
        comments(dropsBlank ? lines.subList(1, lines.size()) : lines, indent);
    }

    private void comments(List<String> lines, int indent) {
        lines.forEach(line -> out.add(line.isEmpty() ? "" : " ".repeat(indent) + line));
    }

    private void entry(Decorated child, Optional<Shape> shape, int indent, String lead) {
        String key = key(child.key().orElseThrow());
        value(child, shape, lead + key + ":", indent);
    }

    private void value(Decorated child, Optional<Shape> shape, String head, int indent) {
        if (child.isBlock()) {
            out.add(beside(head, child));
            block(child, shape, indent + STEP);
            return;
        }
        if (child.value() instanceof Scalar scalar) {
            List<String> lines = scalars.inBlock(scalar, indent + STEP);
            out.add(beside(spaced(head, lines.getFirst()), child));
            out.addAll(lines.subList(1, lines.size()));
            return;
        }
        String flow = spaced(head, flow(child.value(), shape));
        boolean fits = flow.codePointCount(0, flow.length()) <= WIDTH;
        if (fits || isEmpty(child.value())) {
            out.add(beside(flow, child));
        } else {
            out.add(beside(head, child));
            block(unfolded(child), shape, indent + STEP);
        }
    }

    private void item(Decorated child, Optional<Shape> shape, int indent) {
        String dash = " ".repeat(indent) + "-";
        boolean mapping = child.value() instanceof Mapping;
        Decorated shown = child;
        if (mapping && !child.isBlock() && !fits(dash, child.value(), shape)) {
            shown = unfolded(child);
        }
        if (!mapping || !shown.isBlock()) {
            value(child, shape, dash, indent);
            return;
        }
        List<Decorated> entries = ordered(shown, shape);
        Decorated first = entries.getFirst();
        if (!shown.beside().isEmpty()) {
            out.add(" ".repeat(indent) + shown.beside());
        }
        entry(first, below(shape, first), indent + STEP, dash + " ");
        Decorated rest = new Decorated(
                Optional.empty(), shown.value(), List.of(), "", entries.subList(1, entries.size()), shown.below());
        rest.children().forEach(entry -> {
            comments(entry.above(), indent + STEP);
            entry(entry, below(shape, entry), indent + STEP, " ".repeat(indent + STEP));
        });
        comments(rest.below(), indent + STEP);
    }

    private boolean fits(String head, YamlNode value, Optional<Shape> shape) {
        String flow = spaced(head, flow(value, shape));
        return flow.codePointCount(0, flow.length()) <= WIDTH || isEmpty(value);
    }

    private static boolean isEmpty(YamlNode value) {
        return value instanceof Mapping mapping
                ? mapping.entries().isEmpty()
                : value instanceof Sequence sequence && sequence.items().isEmpty();
    }

    /** A list or object in brackets that is to be written on lines of its own. */
    private static Decorated unfolded(Decorated flow) {
        List<Decorated> children =
                switch (flow.value()) {
                    case Mapping mapping ->
                        mapping.entries().stream()
                                .map(entry -> bare(Optional.of(entry.key()), entry.value()))
                                .toList();
                    case Sequence sequence ->
                        sequence.items().stream()
                                .map(item -> bare(Optional.empty(), item))
                                .toList();
                    case Scalar ignored -> List.<Decorated>of();
                    case Refused ignored -> List.<Decorated>of();
                };
        return new Decorated(flow.key(), flow.value(), flow.above(), flow.beside(), children, List.of());
    }

    private static Decorated bare(Optional<Scalar> key, YamlNode value) {
        return new Decorated(key, value, List.of(), "", List.of(), List.of());
    }

    private String flow(YamlNode node, Optional<Shape> shape) {
        return switch (node) {
            case Scalar scalar -> scalar.span().from() == scalar.span().to() ? "null" : scalars.onOneLine(scalar);
            case Sequence sequence ->
                sequence.items().stream()
                        .map(item -> flow(item, below(shape, bare(Optional.empty(), item))))
                        .collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping ->
                ordered(unfolded(bare(Optional.empty(), mapping)), shape).stream()
                        .map(entry -> key(entry.key().orElseThrow()) + ": " + flow(entry.value(), below(shape, entry)))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Refused ignored -> throw new IllegalStateException("what was refused is not written");
        };
    }

    private String key(Scalar key) {
        return key.span().from() == key.span().to() ? "\"\"" : scalars.onOneLine(key);
    }

    private static String spaced(String head, String text) {
        return text.isEmpty() ? head : head + " " + text;
    }

    private static String beside(String line, Decorated child) {
        return spaced(line, child.beside());
    }

    /** The children in the order of the shape; what it does not know comes last, as it was. */
    private static List<Decorated> ordered(Decorated parent, Optional<Shape> shape) {
        if (!(parent.value() instanceof Mapping) || shape.isEmpty()) {
            return parent.children();
        }
        if (!(objectOf(shape.orElseThrow()) instanceof Members members)) {
            return parent.children();
        }
        List<String> names = members.names();
        return parent.children().stream()
                .sorted(Comparator.comparingInt(child -> {
                    int index = names.indexOf(child.key().orElseThrow().value());
                    return index < 0 ? names.size() : index;
                }))
                .toList();
    }

    private static Optional<Shape> below(Optional<Shape> shape, Decorated child) {
        return shape.flatMap(known -> below(objectOf(known), child));
    }

    private static Optional<Shape> below(Shape shape, Decorated child) {
        Optional<String> name = child.key().map(Scalar::value);
        if (shape instanceof Members members) {
            return members.keys().stream()
                    .filter(key -> name.isPresent() && key.name().equals(name.orElseThrow()))
                    .map(Member::shape)
                    .findFirst();
        }
        if (shape instanceof Named named && name.isPresent()) {
            return Optional.of(named.value());
        }
        return shape instanceof Items items && name.isEmpty() ? Optional.of(items.item()) : Optional.empty();
    }

    private static Shape objectOf(Shape shape) {
        return shape instanceof WordOr choice ? choice.object() : shape;
    }
}
