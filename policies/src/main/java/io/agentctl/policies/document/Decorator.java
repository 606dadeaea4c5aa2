package io.agentctl.policies.document;

import io.agentctl.policies.document.Comments.Comment;
import io.agentctl.policies.document.YamlNode.Entry;
import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives every comment and empty line of a file to the value that it stands by. */
final class Decorator {

    private final Lines lines;
    private final Comments comments;

    Decorator(Lines lines, YamlNode root) {
        this.lines = lines;
        this.comments = Comments.of(lines, root);
    }

    Decorated root(YamlNode root) {
        List<Decorated> children = children(root, lines.length());
        List<Comment> rest = comments.takeWhile(Integer.MAX_VALUE, comment -> true);
        return new Decorated(Optional.empty(), root, List.of(), "", children, spaced(rest));
    }

    private List<Decorated> children(YamlNode node, int limit) {
        return switch (node) {
            case Mapping mapping -> entries(mapping, limit);
            case Sequence sequence -> items(sequence, limit);
            case Scalar ignored -> List.of();
            case Refused ignored -> List.of();
        };
    }

    private List<Decorated> entries(Mapping mapping, int limit) {
        List<Decorated> children = new ArrayList<>();
        for (int i = 0; i < mapping.entries().size(); i++) {
            Entry entry = mapping.entries().get(i);
            int next = i + 1 < mapping.entries().size()
                    ? mapping.entries().get(i + 1).key().span().from()
                    : limit;
            Decorated child =
                    child(Optional.of(entry.key()), entry.value(), entry.key().span(), column(mapping), next);
            children.add(i == 0 ? child.withAbove(withoutFirstBlank(child.above())) : child);
        }
        return children;
    }

    private List<Decorated> items(Sequence sequence, int limit) {
        List<Decorated> children = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            YamlNode item = sequence.items().get(i);
            int next = i + 1 < sequence.items().size()
                    ? dash(item, sequence.items().get(i + 1))
                    : limit;
            Decorated child = child(Optional.empty(), item, item.span(), column(sequence), next);
            children.add(i == 0 ? child.withAbove(withoutFirstBlank(child.above())) : child);
        }
        return children;
    }

    private static List<String> withoutFirstBlank(List<String> above) {
        return !above.isEmpty() && above.getFirst().isEmpty() ? above.subList(1, above.size()) : above;
    }

    /** Where the dash, or comma, between two items is: what stands after it belongs to the second. */
    private int dash(YamlNode item, YamlNode next) {
        int at = item.span().to();
        while (at < start(next) && lines.at(at) != '-' && lines.at(at) != ',') {
            at = lines.at(at) == '#' ? lines.endOf(at) : at + 1;
        }
        return at;
    }

    private static int start(YamlNode node) {
        return node.span().from();
    }

    private int column(YamlNode node) {
        return lines.column(node.span().from());
    }

    private Decorated child(Optional<Scalar> key, YamlNode value, Span head, int column, int next) {
        List<String> above = new ArrayList<>(spaced(comments.takeWhile(head.from(), comment -> true)));
        if (lines.blankAbove(lines.of(head.from()))) {
            above.add("");
        }
        List<Comment> beside = new ArrayList<>();
        if (key.isPresent()) {
            int keyLine = lines.of(head.to());
            beside.addAll(comments.takeWhile(start(value), comment -> comment.line() == keyLine));
        }
        boolean breaks = breaks(value);
        List<Decorated> children = List.of();
        List<String> below = List.of();
        if (value instanceof Scalar) {
            beside.addAll(comments.takeWhile(value.span().to(), comment -> true));
        } else if (breaks) {
            int end = isFlow(value) ? value.span().to() : next;
            children = children(value, end);
            int inner = column(value);
            below = spaced(comments.takeWhile(
                    end,
                    comment -> isFlow(value)
                            || (comment.ownLine() && comment.column() >= inner && comment.column() > column)));
        }
        if (value instanceof Scalar || isFlow(value)) {
            int last = lines.of(Math.max(value.span().from(), value.span().to() - 1));
            beside.addAll(comments.takeWhile(next, comment -> comment.line() == last && !comment.ownLine()));
        }
        if (children.isEmpty()) {
            above.addAll(below);
            below = List.of();
        }
        if (beside.size() > 1) {
            beside.subList(0, beside.size() - 1).forEach(comment -> above.add(comment.text()));
        }
        String side = beside.isEmpty() ? "" : beside.getLast().text();
        return new Decorated(key, value, List.copyOf(above), side, children, below);
    }

    /** Whether a list or object is written on lines of its own: in blocks, or because comments must go between. */
    private boolean breaks(YamlNode value) {
        return !(value instanceof Scalar) && (!isFlow(value) || comments.within(value.span()));
    }

    private static boolean isFlow(YamlNode value) {
        return switch (value) {
            case Mapping mapping -> mapping.flow();
            case Sequence sequence -> sequence.flow();
            case Scalar ignored -> false;
            case Refused ignored -> false;
        };
    }

    private List<String> spaced(List<Comment> taken) {
        List<String> texts = new ArrayList<>();
        for (Comment comment : taken) {
            if (comment.ownLine() && lines.blankAbove(comment.line())) {
                texts.add("");
            }
            texts.add(comment.text());
        }
        return texts;
    }
}
