package io.agentctl.policies.document;

import io.agentctl.policies.document.Shape.Items;
import io.agentctl.policies.document.Shape.Member;
import io.agentctl.policies.document.Shape.Members;
import io.agentctl.policies.document.Shape.Named;
import io.agentctl.policies.document.Shape.Text;
import io.agentctl.policies.document.Shape.WordOr;
import java.util.ArrayList;
import java.util.List;

/** Every key of a policy as the guide lists them. */
final class KeyTable {

    private final List<String> lines =
            new ArrayList<>(List.of("| key | what it is | left out | what it may hold |", "| --- | --- | --- | --- |"));

    private KeyTable() {}

    static String markdown() {
        KeyTable table = new KeyTable();
        table.visit(DocumentShape.POLICY, "");
        return String.join("\n", table.lines);
    }

    private void visit(Shape shape, String path) {
        switch (shape) {
            case Members members -> members.keys().forEach(key -> member(key, path.isEmpty() ? "" : path + "."));
            case Items items -> visit(items.item(), path + "[]");
            case Named named -> visit(named.value(), path + ".NAME");
            case WordOr choice -> visit(choice.object(), path);
            case Text ignored -> {}
            case Shape.Choice ignored -> {}
            case Shape.Whole ignored -> {}
            case Shape.Period ignored -> {}
            case Shape.Moment ignored -> {}
            case Shape.Pointer ignored -> {}
            case Shape.AnyObject ignored -> {}
            case Shape.AnyParameterValue ignored -> {}
        }
    }

    private void member(Member key, String prefix) {
        String path = prefix + key.name();
        String description = key.description();
        int leftOut = description.indexOf(" Left out: ");
        String fallback = key.fallback()
                .map(value -> value.equals("") ? "nothing" : "`" + value + "`")
                .orElse(key.required() ? "refused" : "nothing");
        if (leftOut >= 0) {
            fallback = description.substring(leftOut + " Left out: ".length()).replaceFirst("\\.$", "");
            description = description.substring(0, leftOut);
        }
        lines.add("| `%s` | %s | %s | %s |".formatted(path, description, fallback, range(key.shape())));
        visit(key.shape(), path);
    }

    private static String range(Shape shape) {
        return switch (shape) {
            case Members ignored -> "an object";
            case Named named -> "names that match `%s`".formatted(named.pattern());
            case Items items -> "%,d to %,d of them".formatted(items.least(), items.most()) + item(items.item());
            case Text text -> text(text);
            case Shape.Choice choice -> "`" + String.join("`, `", choice.words()) + "`";
            case Shape.Whole whole -> "%,d to %,d".formatted(whole.least(), whole.most());
            case Shape.Period period -> "a duration, at most `%s`".formatted(Durations.text(period.most()));
            case Shape.Moment ignored -> "a time with a zone";
            case Shape.Pointer ignored -> "a JSON pointer under `/context`";
            case Shape.AnyObject ignored -> "any object";
            case Shape.AnyParameterValue ignored -> "a value, or a list of texts or of whole numbers";
            case WordOr choice -> range(choice.word()) + "; or an object";
        };
    }

    private static String item(Shape item) {
        return item instanceof Members ? "" : "; each " + range(item);
    }

    private static String text(Text text) {
        String length = "%,d to %,d characters".formatted(text.least(), text.most());
        return text.pattern().isEmpty() ? length : "`" + text.pattern().replace("|", "\\|") + "`";
    }
}
