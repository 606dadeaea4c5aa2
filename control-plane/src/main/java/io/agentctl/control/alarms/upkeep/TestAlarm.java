package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tries an alarm: sets it to ALARM, sees what became of its actions, and sets it back. It is one operation, so that an
 * alarm that was left set can be set back by anybody.
 */
public final class TestAlarm implements UseCase<TestAlarm.Request, TestAlarm.Result> {

    private static final String RESOURCE_TYPE = "alarm";

    /**
     * Which.
     *
     * @param alarm its name
     * @param patience how long to wait for its actions
     */
    public record Request(String alarm, Duration patience) {}

    /**
     * What was seen.
     *
     * @param alarm its name
     * @param before its state before, and after
     * @param operation by which it was done
     * @param delivered what became of its actions, and where that was seen
     * @param missed what was waited for in vain
     * @param explanation how a composite is decided; empty for a metric alarm
     */
    public record Result(
            String alarm,
            AlarmState before,
            OperationId operation,
            List<Delivery> delivered,
            Optional<String> missed,
            Optional<CompositeExplanation> explanation) {
        public Result {
            delivered = List.copyOf(delivered);
        }
    }

    private final AlarmGateway alarms;
    private final Supplier<Target> here;
    private final Supplier<OperationRunner> runner;
    private final Clock clock;

    TestAlarm(AlarmGateway alarms, Supplier<Target> here, Supplier<OperationRunner> runner, Clock clock) {
        this.alarms = alarms;
        this.here = here;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * Tries it.
     *
     * @throws AgentctlException NOT_FOUND; CONFLICT for an alarm that is in ALARM, or has nobody to tell
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        ObservedAlarm alarm = alarms.find(request.alarm())
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND, "there is no alarm " + request.alarm(), "agentctl alarms list"));
        AlarmState before = alarm.condition().state();
        List<String> expected = expected(alarm);
        OperationDraft draft = new OperationDraft(
                "alarms test",
                new ResourceId(RESOURCE_TYPE, alarm.name()),
                here.get(),
                before + " to ALARM and back",
                List.of(
                        Step.change(
                                "set " + alarm.name() + " to ALARM",
                                SetState.there(alarm.name()),
                                SetState.back(alarm.name(), before)),
                        Step.check(
                                "see who is told",
                                AwaitDelivery.action(alarm.name(), clock.instant(), expected, request.patience())),
                        Step.check("set it back", SetState.back(alarm.name(), before))));
        Operation done = runner.get().runWhole(draft, progress);
        return new Result(
                alarm.name(),
                before,
                done.id(),
                Stream.concat(
                                delivered(done, AwaitDelivery.TOLD, Delivery.Seen.HISTORY),
                                delivered(done, AwaitDelivery.RECEIVED, Delivery.Seen.QUEUE))
                        .toList(),
                outcomes(done, Outcome.UNSEEN),
                CompositeExplanation.of(alarm, alarms));
    }

    private static Stream<Delivery> delivered(Operation done, String name, Delivery.Seen seen) {
        return outcomes(done, name).stream().flatMap(String::lines).map(text -> new Delivery(seen, text));
    }

    private static List<String> expected(ObservedAlarm alarm) {
        if (alarm.condition().state() == AlarmState.ALARM) {
            throw refused(alarm, "is in ALARM, so that setting it there tells nobody", "Try it once it is OK.");
        }
        if (!alarm.condition().actionsEnabled()) {
            throw refused(alarm, "is muted", "agentctl alarms unmute " + alarm.name());
        }
        List<String> actions = alarm.definition()
                .map(AlarmDefinition::actions)
                .map(AlarmActions::alarm)
                .orElse(List.of("unknown"));
        if (actions.isEmpty()) {
            throw refused(alarm, "tells nobody by itself", "Try the composite that names it: agentctl alarms list");
        }
        return actions;
    }

    private static AgentctlException refused(ObservedAlarm alarm, String why, String advice) {
        return new AgentctlException(ErrorCode.CONFLICT, "alarm " + alarm.name() + " " + why, advice);
    }

    private static Optional<String> outcomes(Operation operation, String name) {
        return operation.steps().stream()
                .map(step -> step.outcome().get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
