package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.alarms.upkeep.AlarmChange.Cause;
import io.agentctl.control.alarms.upkeep.AlarmChange.Kind;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.AlarmPriceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes to the alarms of one objective or spec, in the order in which AWS takes them. */
final class GroupEdit {

    private final ResourceId resource;
    private final String group;
    private final AlarmPriceTable prices;
    private final List<Change> made = new ArrayList<>();
    private final List<AlarmChange> changes = new ArrayList<>();

    GroupEdit(ResourceId resource, String group, AlarmPriceTable prices) {
        this.resource = resource;
        this.group = group;
        this.prices = prices;
    }

    void put(Optional<AlarmDefinition> from, AlarmDefinition to, Cause cause) {
        Money before = from.map(alarm -> AlarmPrices.monthly(alarm, prices)).orElse(Money.ZERO);
        add(
                to.name(),
                from.map(AlarmJson::write).orElse(""),
                AlarmJson.write(to),
                cause,
                AlarmPrices.monthly(to, prices).minus(before));
        changes.add(new AlarmChange(
                to.name(),
                group,
                from.isEmpty() ? Kind.ADD : Kind.CHANGE,
                cause,
                from.map(alarm -> FieldChanges.between(alarm, to)).orElse(List.of())));
    }

    void delete(AlarmDefinition alarm) {
        add(
                alarm.name(),
                AlarmJson.write(alarm),
                "",
                Cause.ORPHAN,
                Money.ZERO.minus(AlarmPrices.monthly(alarm, prices)));
        changes.add(new AlarmChange(alarm.name(), group, Kind.DELETE, Cause.ORPHAN, List.of()));
    }

    private void add(String alarm, String from, String to, Cause cause, Money monthly) {
        made.add(new Change(resource, alarm, from, to, why(cause), risk(from, to), monthly));
    }

    List<AlarmChange> changes() {
        return changes;
    }

    Optional<ResourcePlan> plan() {
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourcePlan(resource, Fingerprint.of(made, Change::from), made));
    }

    private static Risk risk(String from, String to) {
        return switch (AlarmPlanner.kind(from, to)) {
            case ADD -> Risk.LOW;
            case CHANGE, DELETE -> Risk.MEDIUM;
        };
    }

    private String why(Cause cause) {
        return switch (cause) {
            case NEW -> group + " asks for it";
            case FILE -> group + " asks for something else now";
            case HAND -> "it was edited by hand";
            case MUTE_OVER -> "its mute is over";
            case WISH -> "somebody wants it so";
            case ORPHAN -> "nothing asks for it any more";
        };
    }
}
