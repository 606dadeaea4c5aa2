package io.agentctl.policies.document;

import io.agentctl.policies.document.DocumentChange.Kind;
import io.agentctl.policies.document.DocumentChange.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between two policies in what they say. How they are written does not matter, nor does the order of
 * parameters, intents, environments and masked places, nor that of rules that allow among rules that deny: all denials
 * are looked at before any allowance. The order of denials does: the first that is true is the one that the caller is
 * told.
 */
public final class PolicyDiff {

    private final List<DocumentChange> changes = new ArrayList<>();

    private PolicyDiff() {}

    /** The differences, in the order of a document: what decides requests otherwise is not sorted first. */
    public static List<DocumentChange> between(PolicyDocument before, PolicyDocument after) {
        PolicyDiff diff = new PolicyDiff();
        diff.metadata(before, after);
        diff.scope(before, after);
        diff.parameters(before, after);
        diff.rules(before, after);
        diff.exceptions(before, after);
        diff.set(
                "redact",
                Weight.TALK,
                before.redact().stream().map(JsonPath::toString).toList(),
                after.redact().stream().map(JsonPath::toString).toList());
        diff.tests(before, after);
        return List.copyOf(diff.changes);
    }

    private void metadata(PolicyDocument before, PolicyDocument after) {
        changed("id", Weight.DECISION, before.id().value(), after.id().value());
        changed("owner", Weight.NOTE, before.owner(), after.owner());
        changed("description", Weight.NOTE, before.description(), after.description());
    }

    private void scope(PolicyDocument before, PolicyDocument after) {
        changed(
                "match intents",
                Weight.DECISION,
                scope(before.match().intents()),
                scope(after.match().intents()));
        changed(
                "match environments",
                Weight.DECISION,
                scope(before.match().environments()),
                scope(after.match().environments()));
        changed("mode", Weight.DECISION, word(before.mode()), word(after.mode()));
        changed("onError", Weight.DECISION, word(before.onError()), word(after.onError()));
        changed("limits", Weight.DECISION, limits(before.limits()), limits(after.limits()));
    }

    private static String scope(List<String> names) {
        return names.isEmpty() ? "all" : names.stream().sorted().distinct().collect(Collectors.joining(", "));
    }

    private static String limits(EvaluationLimits limits) {
        return "%d nodes, %d characters, %s"
                .formatted(limits.nodes(), limits.stringLength(), Durations.text(limits.time()));
    }

    private void parameters(PolicyDocument before, PolicyDocument after) {
        both(
                byName(before.parameters(), Parameter::name),
                byName(after.parameters(), Parameter::name),
                parameter -> "parameter " + parameter.name(),
                parameter -> value(parameter.value()),
                Weight.DECISION,
                (one, other) -> {
                    String what = "parameter " + one.name();
                    changed(
                            what + ": type",
                            Weight.DECISION,
                            one.type().text(),
                            other.type().text());
                    if (!one.value().equals(other.value())) {
                        changed(what, Weight.DECISION, value(one.value()), value(other.value()));
                    }
                    changed(what + ": description", Weight.NOTE, one.description(), other.description());
                });
    }

    private static String value(Object value) {
        return switch (value) {
            case Duration duration -> Durations.text(duration);
            case Collection<?> items ->
                items.stream().map(PolicyDiff::value).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private void rules(PolicyDocument before, PolicyDocument after) {
        both(
                byName(before.rules(), Rule::id),
                byName(after.rules(), Rule::id),
                rule -> "rule " + rule.id(),
                rule -> word(rule.effect()) + " when " + rule.when(),
                Weight.DECISION,
                (one, other) -> {
                    String what = "rule " + one.id();
                    changed(what + ": when", Weight.DECISION, one.when(), other.when());
                    changed(what + ": effect", Weight.DECISION, word(one.effect()), word(other.effect()));
                    changed(what + ": message", Weight.TALK, one.message(), other.message());
                    changed(
                            what + ": messageExpression",
                            Weight.TALK,
                            one.messageExpression().orElse(""),
                            other.messageExpression().orElse(""));
                });
        for (Effect effect : Effect.values()) {
            order(effect, before, after);
        }
    }

    /** Compares the order of the rules that both have, of one effect. */
    private void order(Effect effect, PolicyDocument before, PolicyDocument after) {
        Set<String> one = ids(effect, before);
        Set<String> other = ids(effect, after);
        List<String> was = one.stream().filter(other::contains).toList();
        List<String> is = other.stream().filter(one::contains).toList();
        if (!was.equals(is)) {
            changes.add(new DocumentChange(
                    Kind.REORDERED,
                    Weight.TALK,
                    "order of the rules that " + word(effect),
                    String.join(", ", was),
                    String.join(", ", is)));
        }
    }

    private static Set<String> ids(Effect effect, PolicyDocument policy) {
        return policy.rules().stream()
                .filter(rule -> rule.effect() == effect)
                .map(Rule::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void exceptions(PolicyDocument before, PolicyDocument after) {
        both(
                byName(before.exceptions(), PolicyDiff::waived),
                byName(after.exceptions(), PolicyDiff::waived),
                waiver -> "exception to " + waiver.rule(),
                PolicyDiff::waiver,
                Weight.DECISION,
                (one, other) -> {
                    String what = "exception to " + one.rule() + " (" + one.ticket() + ")";
                    changed(what + ": when", Weight.DECISION, one.when(), other.when());
                    changed(
                            what + ": expires",
                            Weight.DECISION,
                            one.expires().toString(),
                            other.expires().toString());
                });
    }

    private static String waived(Waiver waiver) {
        return waiver.rule() + " " + waiver.ticket();
    }

    private static String waiver(Waiver waiver) {
        return "when %s until %s (%s)".formatted(waiver.when(), waiver.expires(), waiver.ticket());
    }

    private void tests(PolicyDocument before, PolicyDocument after) {
        both(
                byName(before.tests(), PolicyTest::name),
                byName(after.tests(), PolicyTest::name),
                test -> "test " + test.name(),
                test -> word(test.expect().effect()),
                Weight.NOTE,
                (one, other) -> {
                    boolean sameEffect = one.expect().effect() == other.expect().effect();
                    if (!one.equals(other)) {
                        changes.add(new DocumentChange(
                                Kind.CHANGED,
                                Weight.NOTE,
                                "test " + one.name(),
                                sameEffect ? "another case" : word(one.expect().effect()),
                                sameEffect ? "this case" : word(other.expect().effect())));
                    }
                });
    }

    private void set(String what, Weight weight, List<String> before, List<String> after) {
        before.stream()
                .filter(item -> !after.contains(item))
                .forEach(item -> changes.add(new DocumentChange(Kind.REMOVED, weight, what, item, "")));
        after.stream()
                .filter(item -> !before.contains(item))
                .forEach(item -> changes.add(new DocumentChange(Kind.ADDED, weight, what, "", item)));
    }

    private void changed(String what, Weight weight, String from, String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new DocumentChange(Kind.CHANGED, weight, what, from, to));
        }
    }

    /** Walks over two sets of named things: what is gone, what changed, what is new. */
    private <T> void both(
            Map<String, T> before,
            Map<String, T> after,
            Function<T, String> what,
            Function<T, String> says,
            Weight weight,
            BiConsumer<T, T> compare) {
        before.forEach((name, one) -> {
            T other = after.get(name);
            if (other == null) {
                changes.add(new DocumentChange(Kind.REMOVED, weight, what.apply(one), says.apply(one), ""));
            } else {
                compare.accept(one, other);
            }
        });
        after.forEach((name, other) -> {
            if (!before.containsKey(name)) {
                changes.add(new DocumentChange(Kind.ADDED, weight, what.apply(other), "", says.apply(other)));
            }
        });
    }

    /** By name, in order; a second of the same name gets a number, so that neither is lost. */
    private static <T> Map<String, T> byName(List<T> items, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T item : items) {
            String key = name.apply(item);
            int number = 2;
            while (named.containsKey(key)) {
                key = name.apply(item) + " #" + number++;
            }
            named.put(key, item);
        }
        return named;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
