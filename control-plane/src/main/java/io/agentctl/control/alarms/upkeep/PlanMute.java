package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.alarms.definition.Mute;
import io.agentctl.control.alarms.signals.SignalsPlan;
import io.agentctl.control.alarms.upkeep.AlarmChange.Cause;
import io.agentctl.control.alarms.upkeep.AlarmChange.Kind;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans that alarms tell nobody for a while, or that they tell somebody again. */
public final class PlanMute implements UseCase<PlanMute.Request, AlarmPlan> {

    /**
     * What is wanted.
     *
     * @param name of an alarm, or of an objective for all of its alarms that tell somebody
     * @param mute for how long and why; empty to end a mute
     */
    public record Request(String name, Optional<Wish> mute) {}

    /**
     * A mute that is asked for.
     *
     * @param length for how long
     * @param reason for people
     * @param by who asks
     */
    public record Wish(Duration length, String reason, String by) {
        public Wish {
            if (!length.isPositive() || reason.isBlank()) {
                throw new IllegalArgumentException("a mute has a length and a reason");
            }
        }
    }

    private final AlarmChoice choice;
    private final Supplier<Target> here;
    private final Clock clock;
    private final String project;

    PlanMute(AlarmChoice choice, Supplier<Target> here, Clock clock, String project) {
        this.choice = choice;
        this.here = here;
        this.clock = clock;
        this.project = project;
    }

    /** Alarms that are muted so already, or that are not muted, are left as they are. */
    @Override
    public AlarmPlan run(Request request, ProgressListener progress) {
        Instant now = clock.instant();
        List<ObservedAlarm> chosen = choice.find(request.name());
        Map<String, List<Change>> byGroup = new LinkedHashMap<>();
        List<AlarmChange> changes = new ArrayList<>();
        for (ObservedAlarm alarm : chosen) {
            AlarmDefinition from = alarm.definition().orElseThrow();
            AlarmDefinition to =
                    request.mute().map(wish -> mute(wish, now).over(from)).orElseGet(() -> Mute.lifted(from));
            String before = AlarmJson.write(from);
            String after = AlarmJson.write(to);
            if (!before.equals(after)) {
                String group = alarm.owner().orElseThrow().group();
                byGroup.computeIfAbsent(group, key -> new ArrayList<>())
                        .add(new Change(
                                resource(group), alarm.name(), before, after, why(request), risk(request), Money.ZERO));
                changes.add(
                        new AlarmChange(alarm.name(), group, Kind.CHANGE, Cause.WISH, FieldChanges.between(from, to)));
            }
        }
        List<ResourcePlan> resources = byGroup.entrySet().stream()
                .map(group -> new ResourcePlan(
                        resource(group.getKey()), Fingerprint.of(group.getValue(), Change::from), group.getValue()))
                .toList();
        return new AlarmPlan(
                new Plan(kind(request), here.get(), now, resources),
                changes,
                chosen.size() - changes.size(),
                List.of(),
                SignalsPlan.NONE,
                List.of(),
                Map.of(),
                Pace.of(changes),
                "",
                List.of());
    }

    private ResourceId resource(String group) {
        return new ResourceId(AlarmPlanner.RESOURCE_TYPE, project + "/" + group);
    }

    private static Mute mute(Wish wish, Instant now) {
        return new Mute(now.plus(wish.length()).truncatedTo(ChronoUnit.SECONDS), wish.reason(), wish.by());
    }

    private static String kind(Request request) {
        return request.mute().isPresent() ? "alarms mute" : "alarms unmute";
    }

    private static String why(Request request) {
        return request.mute().map(Wish::reason).orElse("the mute is to end");
    }

    private static Risk risk(Request request) {
        return request.mute().isPresent() ? Risk.MEDIUM : Risk.LOW;
    }
}
