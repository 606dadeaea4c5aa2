package io.agentctl.policies.document;

import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The comments of a file in order, handed out once each to what they stand by. */
final class Comments {

    /**
     * A comment.
     *
     * @param index of its {@code #}, in code points
     * @param ownLine whether nothing else is on its line
     */
    record Comment(int index, int line, int column, boolean ownLine, String text) {}

    private final Deque<Comment> left;

    private Comments(List<Comment> all) {
        this.left = new ArrayDeque<>(all);
    }

    static Comments of(Lines lines, YamlNode root) {
        return new Comments(find(lines, root));
    }

    /** What a file's comments say, in order. */
    static List<String> texts(Lines lines, YamlNode root) {
        return find(lines, root).stream().map(Comment::text).sorted().toList();
    }

    /** The next comments that are before an index and as wished. */
    List<Comment> takeWhile(int before, Predicate<Comment> wished) {
        List<Comment> taken = new ArrayList<>();
        while (!left.isEmpty() && left.peek().index() < before && wished.test(left.peek())) {
            taken.add(left.poll());
        }
        return taken;
    }

    /** Whether a stretch of text holds comments that were not handed out. */
    boolean within(Span span) {
        return left.stream().anyMatch(comment -> comment.index() >= span.from() && comment.index() < span.to());
    }

    private static List<Comment> find(Lines lines, YamlNode root) {
        List<Scalar> scalars = new ArrayList<>();
        collect(root, scalars);
        List<Comment> found = new ArrayList<>();
        int at = 0;
        for (Scalar scalar : scalars) {
            scan(lines, at, scalar.span().from(), found);
            at = scalar.span().to();
            if (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED) {
                scan(lines, scalar.span().from(), lines.endOf(scalar.span().from()), found);
            }
        }
        scan(lines, at, lines.length(), found);
        return found;
    }

    private static void collect(YamlNode node, List<Scalar> into) {
        switch (node) {
            case Scalar scalar -> into.add(scalar);
            case Sequence sequence -> sequence.items().forEach(item -> collect(item, into));
            case Mapping mapping ->
                mapping.entries().forEach(entry -> {
                    into.add(entry.key());
                    collect(entry.value(), into);
                });
            case Refused ignored -> {}
        }
    }

    /** Outside of scalars a {@code #} always starts a comment. */
    private static void scan(Lines lines, int from, int to, List<Comment> into) {
        for (int i = from; i < to; i++) {
            if (lines.at(i) == '#') {
                int end = lines.endOf(i);
                String text = lines.text(i, end).stripTrailing();
                into.add(new Comment(i, lines.of(i), lines.column(i), lines.startsLine(i), text));
                i = end;
            }
        }
    }
}
