package io.agentctl.policies.document;

import io.agentctl.policies.document.Draft.Kind;
import io.agentctl.policies.document.Draft.Loose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a draft of what is right in a document that is not. */
final class DraftBuilder {

    /** Stands for an id that could not be read; nobody is shown it. */
    private static final PolicyId NO_ID = new PolicyId("unreadable");

    private final Fields spec;
    private final List<Loose> loose = new ArrayList<>();
    private final List<Integer> ruleIndexes = new ArrayList<>();
    private final List<Integer> exceptionIndexes = new ArrayList<>();

    private DraftBuilder(Fields spec) {
        this.spec = spec;
    }

    /**
     * Makes a draft.
     *
     * @param findings all that is wrong: where nothing is in what the policy says and in its tests, they are as they
     *     are
     */
    static Draft draft(Fields root, List<Diagnostic> findings) {
        boolean sound = root.find("spec", Fields.class).isPresent()
                && findings.stream().map(Diagnostic::pointer).noneMatch(DraftBuilder::isOfMatter);
        return sound ? Draft.of(DocumentBuilder.document(root, NO_ID)) : new DraftBuilder(root.fields("spec")).draft();
    }

    private static boolean isOfMatter(String pointer) {
        return pointer.startsWith("/spec") || pointer.startsWith("/tests");
    }

    static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private Draft draft() {
        List<Rule> rules = rules();
        List<Waiver> exceptions = exceptions();
        PolicyDocument document = new PolicyDocument(
                NO_ID,
                "",
                "",
                new Match(List.of(), List.of()),
                DocumentBuilder.parameters(spec).stream()
                        .filter(parameter -> isName(parameter.name()))
                        .toList(),
                DocumentBuilder.mode(spec),
                DocumentBuilder.onError(spec),
                EvaluationLimits.MOST,
                rules,
                exceptions,
                List.of(),
                List.of());
        return new Draft(
                document,
                ruleIndexes,
                exceptionIndexes,
                loose,
                unreadable(),
                isRead("rules") && rules.size() == spec.items("rules").size(),
                isRead("exceptions")
                        && exceptions.size() == spec.items("exceptions").size());
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        List<?> items = spec.items("rules");
        for (int index = 0; index < items.size(); index++) {
            if (!(items.get(index) instanceof Fields rule)) {
                continue;
            }
            if (has(rule, "id") && has(rule, "when") && has(rule, "effect")) {
                rules.add(DocumentBuilder.rule(rule));
                ruleIndexes.add(index);
            } else {
                String pointer = Pointers.item("/spec/rules", index);
                add(rule, "when", pointer, Kind.CONDITION);
                add(rule, "messageExpression", pointer, Kind.MESSAGE);
            }
        }
        return rules;
    }

    private List<Waiver> exceptions() {
        List<Waiver> exceptions = new ArrayList<>();
        List<?> items = spec.items("exceptions");
        for (int index = 0; index < items.size(); index++) {
            if (!(items.get(index) instanceof Fields waiver)) {
                continue;
            }
            if (has(waiver, "rule") && has(waiver, "when") && has(waiver, "expires")) {
                exceptions.add(DocumentBuilder.waiver(waiver));
                exceptionIndexes.add(index);
            } else {
                add(waiver, "when", Pointers.item("/spec/exceptions", index), Kind.CONDITION);
            }
        }
        return exceptions;
    }

    private void add(Fields owner, String key, String pointer, Kind kind) {
        owner.find(key, String.class)
                .ifPresent(text -> loose.add(new Loose(pointer + "/" + key, kind, text.stripTrailing())));
    }

    private Optional<Pattern> unreadable() {
        if (!isRead("parameters")) {
            return Optional.of(Pattern.compile("\\bparameters\\b"));
        }
        String names = spec.named("parameters").entrySet().stream()
                .filter(entry -> !isReadable(entry))
                .map(entry -> Pattern.quote((String) entry.getKey()))
                .collect(Collectors.joining("|"));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile("\\bparameters\\s*\\.\\s*(?:" + names + ")(?!\\w)"));
    }

    private static boolean isReadable(Map.Entry<?, ?> entry) {
        String name = (String) entry.getKey();
        return isName(name) && DocumentBuilder.parameter(name, entry.getValue()).isPresent();
    }

    private static boolean isName(String name) {
        return name.matches(DocumentShape.PARAMETER_PATTERN);
    }

    /** Whether a key is there and right, or not there at all. */
    private boolean isRead(String key) {
        return !spec.values().containsKey(key) || spec.values().get(key) != null;
    }

    private static boolean has(Fields fields, String key) {
        return fields.values().get(key) != null;
    }
}
