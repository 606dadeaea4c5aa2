package io.agentctl.policies.document;

import io.agentctl.policies.document.Place.Written;
import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out where each value of a tree is, by its JSON pointer. */
final class Places {

    private final SourceText source;
    private final int[] charIndexes;
    private final Map<String, Place> all = new HashMap<>();

    private Places(SourceText source) {
        this.source = source;
        this.charIndexes = charIndexes(source.text());
    }

    static Map<String, Place> of(SourceText source, YamlNode root) {
        Places places = new Places(source);
        places.add(root, "");
        return places.all;
    }

    /** The index of the char at which each code point begins, and the length of the text. */
    private static int[] charIndexes(String text) {
        int[] indexes = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < indexes.length - 1; i++) {
            indexes[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        indexes[indexes.length - 1] = at;
        return indexes;
    }

    private void add(YamlNode node, String pointer) {
        switch (node) {
            case Scalar scalar -> all.put(pointer, scalar(scalar));
            case Sequence sequence -> {
                all.put(pointer, new Place(source, sequence.span().start(), Optional.empty()));
                for (int i = 0; i < sequence.items().size(); i++) {
                    add(sequence.items().get(i), Pointers.item(pointer, i));
                }
            }
            case Mapping mapping -> {
                all.put(pointer, new Place(source, mapping.span().start(), Optional.empty()));
                mapping.entries()
                        .forEach(entry -> add(
                                entry.value(),
                                Pointers.member(pointer, entry.key().value())));
            }
            case Refused refused ->
                all.put(pointer, new Place(source, refused.span().start(), Optional.empty()));
        }
    }

    private Place scalar(Scalar scalar) {
        ScalarCursor cursor = new ScalarCursor(
                source.text(), charIndexes[scalar.span().from()], scalar.span().start());
        switch (scalar.style()) {
            case PLAIN -> {}
            case SINGLE_QUOTED, DOUBLE_QUOTED -> cursor.step();
            case LITERAL, FOLDED -> toBlockContent(cursor, scalar.value().isBlank());
        }
        return new Place(
                source, cursor.position(), Optional.of(new Written(scalar.style(), cursor.index(), scalar.value())));
    }

    /** Over the header, which may end in a comment, and empty lines. */
    private static void toBlockContent(ScalarCursor cursor, boolean empty) {
        if (empty) {
            return;
        }
        while (!cursor.atEnd() && !cursor.looksAt("\n") && !cursor.looksAt("\r")) {
            cursor.step();
        }
        cursor.skipWhitespace();
    }
}
