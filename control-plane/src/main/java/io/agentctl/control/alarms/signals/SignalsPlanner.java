package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.alarms.definition.Ownership;
import io.agentctl.control.alarms.signals.SignalsChange.Field;
import io.agentctl.control.alarms.signals.SignalsChange.Kind;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.yaml.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the objectives that Application Signals should keep with those that it does. */
final class SignalsPlanner {

    static final String RESOURCE_TYPE = "signals-objective";

    /** The one field that a plan changes: all of the objective. */
    static final String DEFINITION = "definition";

    private final String project;
    private final List<ResourcePlan> resources = new ArrayList<>();
    private final List<SignalsChange> changes = new ArrayList<>();
    private final List<String> orphans = new ArrayList<>();
    private final Findings findings = new Findings();
    private int unchanged;

    private SignalsPlanner(String project) {
        this.project = project;
    }

    /** Plans. */
    static SignalsPlan plan(SignalsWish wish, List<ObservedObjective> observed) {
        SignalsPlanner planner = new SignalsPlanner(wish.project());
        Map<String, ObservedObjective> there =
                observed.stream().collect(Collectors.toMap(ObservedObjective::name, Function.identity()));
        Set<String> names = new TreeSet<>();
        for (SignalsWish.Wanted wanted : wish.objectives()) {
            names.add(wanted.kept().name());
            if (wish.deleting() != SignalsWish.Deleting.ONLY_ORPHANS) {
                planner.put(wanted, there.get(wanted.kept().name()));
            }
        }
        observed.stream()
                .filter(objective -> !names.contains(objective.name()) && objective.belongsTo(wish.project()))
                .forEach(objective -> planner.delete(objective, wish));
        return new SignalsPlan(
                planner.resources, planner.changes, planner.unchanged, planner.orphans, planner.findings.inOrder());
    }

    private void put(SignalsWish.Wanted wanted, ObservedObjective there) {
        String to = SignalsForm.text(wanted.kept().request());
        if (there == null) {
            change(wanted.kept().name(), wanted.objective(), "", to, "the file asks for it");
        } else if (!there.belongsTo(project)) {
            findings.error(
                    wanted.position(),
                    "Application Signals has an objective " + there.name() + " that is not this project's; it is left"
                            + " alone: rename the objective");
        } else if (there.text().equals(to)) {
            unchanged++;
        } else {
            boolean asWritten = there.owner()
                    .filter(owner -> owner.hash().equals(SignalsComposer.hash(SignalsJson.read(there.text()))))
                    .isPresent();
            change(
                    there.name(),
                    wanted.objective(),
                    there.text(),
                    to,
                    asWritten ? "the file asks for something else now" : "it was edited by hand");
        }
    }

    private void delete(ObservedObjective there, SignalsWish wish) {
        String objective = there.owner().map(Ownership::group).orElse("");
        boolean leftOver = wish.known().contains(objective);
        if (leftOver || wish.deleting() != SignalsWish.Deleting.LEFT_OVER) {
            change(there.name(), objective, there.text(), "", "nothing asks for it any more");
        } else {
            orphans.add(there.name());
        }
    }

    private void change(String name, String objective, String from, String to, String why) {
        ResourceId resource = new ResourceId(RESOURCE_TYPE, name);
        Kind kind = kind(from, to);
        // What Application Signals charges is not known here, and is not made up.
        Change change = new Change(resource, DEFINITION, from, to, why, risk(kind), Money.ZERO);
        resources.add(new ResourcePlan(resource, fingerprint(from), List.of(change)));
        changes.add(new SignalsChange(
                name,
                objective,
                kind,
                why,
                kind == Kind.CHANGE || kind == Kind.MAKE_ANEW ? fields(from, to) : List.of()));
    }

    static Kind kind(String from, String to) {
        if (from.isEmpty()) {
            return Kind.ADD;
        }
        if (to.isEmpty()) {
            return Kind.DELETE;
        }
        return SignalsTexts.isMadeAnew(from, to) ? Kind.MAKE_ANEW : Kind.CHANGE;
    }

    private static Risk risk(Kind kind) {
        return switch (kind) {
            case ADD -> Risk.LOW;
            case CHANGE -> Risk.MEDIUM;
            case MAKE_ANEW, DELETE -> Risk.HIGH;
        };
    }

    /** Stands for what a plan starts from. */
    static String fingerprint(String text) {
        return text.isEmpty() ? "none" : Integer.toHexString(text.hashCode()) + "-" + text.length();
    }

    private static List<Field> fields(String from, String to) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        flatten("", SignalsJson.read(from), before);
        flatten("", SignalsJson.read(to), after);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Field(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(field -> !field.from().equals(field.to()))
                .toList();
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        String start = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            node.properties().forEach(member -> flatten(start + member.getKey(), member.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(start + i, node.get(i), values);
            }
        } else {
            values.put(path, node.asText());
        }
    }
}
