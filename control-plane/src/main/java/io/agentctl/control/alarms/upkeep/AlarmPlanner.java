package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.AlarmGroup;
import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.alarms.definition.Mute;
import io.agentctl.control.alarms.definition.Ownership;
import io.agentctl.control.alarms.upkeep.AlarmChange.Cause;
import io.agentctl.control.alarms.upkeep.AlarmChange.Kind;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Findings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the alarms that are wanted with those that are there. */
final class AlarmPlanner {

    static final String RESOURCE_TYPE = "alarm-group";

    /** Stands for an alarm whose definition has no form here. */
    static final String UNUSUAL = "of a kind that agentctl does not make";

    /** Which alarms may be deleted. */
    enum Deleting {
        /** Those that an objective does not want any more that wants others. */
        LEFT_OVER,
        /** All orphans, and nothing else is changed. */
        ONLY_ORPHANS
    }

    /**
     * What would be changed.
     *
     * @param resources an operation each
     * @param changes the same, alarm by alarm
     * @param orphans names of alarms of ours that are left, and that nothing wants
     * @param findings alarms that cannot be made, since their names are taken
     */
    record Planned(
            List<ResourcePlan> resources, List<AlarmChange> changes, List<String> orphans, List<Finding> findings) {}

    private final String project;
    private final AlarmPriceTable prices;
    private final Instant now;
    private final List<ResourcePlan> resources = new ArrayList<>();
    private final List<AlarmChange> changes = new ArrayList<>();
    private final List<String> orphans = new ArrayList<>();
    private final Findings findings = new Findings();

    private AlarmPlanner(String project, AlarmPriceTable prices, Instant now) {
        this.project = project;
        this.prices = prices;
        this.now = now;
    }

    /**
     * Plans.
     *
     * @param observed all alarms of the project, and all whose names are wanted; with tags where they may matter
     */
    static Planned plan(
            Composition wanted, List<ObservedAlarm> observed, Deleting deleting, AlarmPriceTable prices, Instant now) {
        AlarmPlanner planner = new AlarmPlanner(wanted.project(), prices, now);
        Map<String, ObservedAlarm> there =
                observed.stream().collect(Collectors.toMap(ObservedAlarm::name, Function.identity(), (a, b) -> a));
        Map<String, GroupEdit> edits = new LinkedHashMap<>();
        for (AlarmGroup group : wanted.groups()) {
            GroupEdit edit = edits.computeIfAbsent(group.name(), planner::edit);
            if (deleting != Deleting.ONLY_ORPHANS) {
                group.alarms().forEach(alarm -> planner.put(edit, group, alarm, there.get(alarm.name())));
            }
        }
        planner.delete(wanted, observed, deleting, edits);
        edits.values().forEach(edit -> edit.plan().ifPresent(planner.resources::add));
        edits.values().forEach(edit -> planner.changes.addAll(edit.changes()));
        return new Planned(planner.resources, planner.changes, planner.orphans, planner.findings.inOrder());
    }

    private GroupEdit edit(String group) {
        return new GroupEdit(new ResourceId(RESOURCE_TYPE, project + "/" + group), group, prices);
    }

    private void put(GroupEdit edit, AlarmGroup group, AlarmDefinition wanted, ObservedAlarm there) {
        if (there == null) {
            edit.put(Optional.empty(), wanted, Cause.NEW);
        } else if (!there.belongsTo(project)) {
            findings.error(
                    group.position(),
                    "there is an alarm " + wanted.name() + " that is not this project's ("
                            + there.owner()
                                    .map(owner -> "it is of project " + owner.project())
                                    .orElse("agentctl did not make it")
                            + "); it is left alone: rename the objective, or the alarm");
        } else if (there.definition().isEmpty()) {
            findings.error(
                    group.position(),
                    "alarm " + wanted.name() + " was changed by hand into one " + UNUSUAL
                            + ", and could not be put back; it is left alone: delete it, and apply again");
        } else {
            compare(edit, wanted, there);
        }
    }

    private void compare(GroupEdit edit, AlarmDefinition wanted, ObservedAlarm there) {
        AlarmDefinition present = there.definition().orElseThrow();
        if (there.tags().isEmpty()) {
            // Its tags were not asked for, since all else is as it should be.
            return;
        }
        Optional<Mute> mute = Mute.of(present.tags());
        AlarmDefinition now = mute.filter(one -> one.holds(this.now))
                .map(one -> one.over(wanted))
                .orElse(wanted);
        if (AlarmJson.write(now).equals(AlarmJson.write(present))) {
            return;
        }
        edit.put(Optional.of(present), now, cause(there, wanted, mute));
    }

    private Cause cause(ObservedAlarm there, AlarmDefinition wanted, Optional<Mute> mute) {
        AlarmDefinition present = there.definition().orElseThrow();
        boolean asWritten = Ownership.ofDescription(there.description())
                .filter(owner -> owner.hash().equals(Ownership.hash(present)))
                .isPresent();
        if (!asWritten) {
            return Cause.HAND;
        }
        boolean over = mute.filter(one -> !one.holds(now)).isPresent();
        if (over && AlarmJson.write(Mute.lifted(present)).equals(AlarmJson.write(wanted))) {
            return Cause.MUTE_OVER;
        }
        return Ownership.hash(present).equals(Ownership.hash(wanted))
                        && present.description().equals(wanted.description())
                ? Cause.HAND
                : Cause.FILE;
    }

    private void delete(
            Composition wanted, List<ObservedAlarm> observed, Deleting deleting, Map<String, GroupEdit> edits) {
        Set<String> names = wanted.alarms().map(AlarmDefinition::name).collect(Collectors.toSet());
        for (ObservedAlarm alarm : DeletionOrder.of(observed)) {
            if (names.contains(alarm.name()) || !alarm.belongsTo(project)) {
                continue;
            }
            String group = alarm.owner().orElseThrow().group();
            boolean leftOver = edits.containsKey(group);
            if (alarm.definition().isPresent() && (leftOver || deleting != Deleting.LEFT_OVER)) {
                edits.computeIfAbsent(group, this::edit)
                        .delete(alarm.definition().get());
            } else {
                orphans.add(alarm.name());
            }
        }
    }

    /** What would be done with an alarm, in a word for lists. */
    static Kind kind(String from, String to) {
        if (from.isEmpty()) {
            return Kind.ADD;
        }
        return to.isEmpty() ? Kind.DELETE : Kind.CHANGE;
    }
}
