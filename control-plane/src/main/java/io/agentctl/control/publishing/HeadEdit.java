package io.agentctl.control.publishing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.VersionRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of an environment's head as plans and the journal hold it.
 *
 * @param seen the generation that it was planned on
 * @param from values of the fields that change, as they were
 * @param to the same, as they are to be
 */
record HeadEdit(
        String environment,
        long seen,
        SortedMap<String, String> from,
        SortedMap<String, String> to,
        String actor,
        String reason) {

    private static final String FROM = "from ";
    private static final String TO = "to ";

    static HeadEdit of(ResourcePlan plan, long seen, String actor) {
        SortedMap<String, String> from = new TreeMap<>();
        SortedMap<String, String> to = new TreeMap<>();
        for (Change change : plan.changes()) {
            requireField(change.field());
            from.put(change.field(), change.from());
            to.put(change.field(), change.to());
        }
        return new HeadEdit(
                plan.resource().name(),
                seen,
                from,
                to,
                actor,
                plan.changes().getFirst().why());
    }

    static HeadEdit of(Action action) {
        return new HeadEdit(
                action.argument("environment"),
                Long.parseLong(action.argument("seen")),
                values(action, FROM),
                values(action, TO),
                action.argument("actor"),
                action.argument("reason"));
    }

    private static SortedMap<String, String> values(Action action, String prefix) {
        SortedMap<String, String> values = new TreeMap<>();
        action.arguments().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), value);
            }
        });
        return values;
    }

    Action action(String type) {
        Map<String, String> arguments = new HashMap<>(
                Map.of("environment", environment, "seen", Long.toString(seen), "actor", actor, "reason", reason));
        from.forEach((field, value) -> arguments.put(FROM + field, value));
        to.forEach((field, value) -> arguments.put(TO + field, value));
        return Action.of(type, arguments);
    }

    private static void requireField(String field) {
        if (!field.equals(HeadPlanner.CANDIDATE) && !field.startsWith(HeadPlanner.POLICY)) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "what an environment enforces has no field " + field,
                    "Fields are: " + HeadPlanner.CANDIDATE + ", " + HeadPlanner.POLICY + "ID");
        }
    }

    /** The update that makes it so, with an id that a repetition has too. */
    HeadUpdate update(String id, List<HeadChange> changes) {
        return new HeadUpdate(environment, seen, changes, actor, reason, id);
    }

    /** True if the fields have these values in a head. */
    static boolean holds(PolicyHead head, Map<String, String> values) {
        return values.entrySet().stream()
                .allMatch(field -> value(head, field.getKey()).equals(field.getValue()));
    }

    private static String value(PolicyHead head, String field) {
        return field.equals(HeadPlanner.CANDIDATE)
                ? head.candidate().map(Trial::of).map(Trial::toString).orElse("")
                : head.version(policy(field)).map(VersionRef::toString).orElse("");
    }

    private static PolicyId policy(String field) {
        return new PolicyId(field.substring(HeadPlanner.POLICY.length()));
    }

    /** What has to change in a head for the fields to have these values. */
    static List<HeadChange> towards(PolicyStore store, PolicyHead head, Map<String, String> wanted) {
        List<HeadChange> changes = new ArrayList<>();
        wanted.forEach((field, value) -> {
            if (!field.equals(HeadPlanner.CANDIDATE) && !value(head, field).equals(value)) {
                changes.add(
                        value.isEmpty()
                                ? new HeadChange.Deactivate(policy(field))
                                : new HeadChange.Activate(
                                        policy(field), version(store, policy(field), Long.parseLong(value))));
            }
        });
        String trial = wanted.get(HeadPlanner.CANDIDATE);
        if (trial != null) {
            Optional<Candidate> left = head.with(changes).candidate();
            if (left.isPresent()) {
                changes.add(new HeadChange.Drop());
            }
            if (!trial.isEmpty()) {
                Trial tried = Trial.parse(trial);
                changes.add(new HeadChange.Try(new Candidate(
                        tried.policy(),
                        version(store, tried.policy(), tried.number()),
                        tried.kind(),
                        tried.percent(),
                        tried.bound())));
            }
        }
        return changes;
    }

    private static VersionRef version(PolicyStore store, PolicyId policy, long number) {
        return store.version(policy, number)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "policy " + policy + " has no version " + number,
                        "agentctl policy history " + policy + " shows those there are"))
                .ref();
    }

    /** The fields and values, for a reader: {@code token-cap 2 to 3}. */
    String summary() {
        List<String> words = new ArrayList<>();
        to.forEach((field, value) -> words.add(name(field) + " " + word(from.get(field)) + " to " + word(value)));
        return String.join(", ", words);
    }

    /** The names of the fields, for a reader. */
    String names() {
        return String.join(", ", to.keySet().stream().map(HeadEdit::name).toList());
    }

    private static String name(String field) {
        return field.startsWith(HeadPlanner.POLICY) ? field.substring(HeadPlanner.POLICY.length()) : field;
    }

    private static String word(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
