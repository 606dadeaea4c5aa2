package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns the planned alarms of one objective or spec into an operation, if they are as they were planned on. */
final class AlarmApplier implements Applier {

    private final AlarmGateway alarms;

    AlarmApplier(AlarmGateway alarms) {
        this.alarms = alarms;
    }

    @Override
    public String resourceType() {
        return AlarmPlanner.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        resource.changes().forEach(AlarmApplier::requireSense);
        Map<String, String> there = there(resource);
        String found = Fingerprint.of(resource.changes(), change -> there.getOrDefault(change.field(), ""));
        if (!found.equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: alarms of " + resource.resource().name() + " have changed since it was made"
                            + changed(resource, there),
                    "Plan anew; nothing was changed.");
        }
        List<Step> steps = resource.changes().stream().map(AlarmApplier::step).toList();
        return new OperationDraft(plan.kind(), resource.resource(), plan.target(), summary(resource), steps);
    }

    private Map<String, String> there(ResourcePlan resource) {
        Map<String, String> there = new HashMap<>();
        alarms.named(resource.changes().stream().map(Change::field).toList())
                .forEach(alarm -> there.put(alarm.name(), AlarmTexts.textOf(alarm.tagged(alarms.tags(alarm.arn())))));
        return there;
    }

    private static String changed(ResourcePlan resource, Map<String, String> there) {
        String names = resource.changes().stream()
                .filter(change -> !there.getOrDefault(change.field(), "").equals(change.from()))
                .map(Change::field)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": " + names;
    }

    private static Step step(Change change) {
        String verb =
                switch (AlarmPlanner.kind(change.from(), change.to())) {
                    case ADD -> "add ";
                    case CHANGE -> "change ";
                    case DELETE -> "delete ";
                };
        return Step.change(
                verb + change.field(),
                AlarmTexts.set(change.field(), change.from(), change.to()),
                AlarmTexts.set(change.field(), change.to(), change.from()));
    }

    /** For example {@code 2 added, 1 deleted}. */
    private static String summary(ResourcePlan resource) {
        Map<AlarmChange.Kind, Integer> counts = new EnumMap<>(AlarmChange.Kind.class);
        resource.changes()
                .forEach(change -> counts.merge(AlarmPlanner.kind(change.from(), change.to()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " "
                        + switch (count.getKey()) {
                            case ADD -> "added";
                            case CHANGE -> "changed";
                            case DELETE -> "deleted";
                        })
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }

    /** Plans come from files as well. */
    private static void requireSense(Change change) {
        try {
            for (String text : List.of(change.from(), change.to())) {
                if (!text.isEmpty() && !AlarmJson.read(text).name().equals(change.field())) {
                    throw new IllegalArgumentException("alarm " + change.field() + " has another name");
                }
            }
        } catch (IllegalArgumentException problem) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "bad plan: " + problem.getMessage(), "", null, problem);
        }
    }
}
