package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.Mute;
import io.agentctl.control.alarms.definition.Ownership;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists alarms: how each stands, since when and why, whose it is, and whether it is muted. */
public final class ListAlarms implements UseCase<ListAlarms.Request, ListAlarms.Result> {

    /**
     * Which.
     *
     * @param whole true for all of the account, not only those whose names begin with the project's
     * @param state only those in this state
     */
    public record Request(boolean whole, Optional<AlarmState> state) {}

    /** The alarms, those first that need somebody. */
    public record Result(List<Row> alarms) {
        public Result {
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * An alarm.
     *
     * @param name its name
     * @param state its state
     * @param since since when
     * @param reason why, in CloudWatch's words
     * @param owner whose it is, such as {@code acme/availability}; empty where agentctl did not make it
     * @param composite true if it is decided by other alarms
     * @param telling what it tells: {@code on}, {@code off}, {@code muted}, {@code mute over}, {@code suppressed}, or
     *     {@code nobody} where there is nobody to tell
     * @param mutedUntil when a mute ends, or ended
     * @param mutedBecause why
     */
    public record Row(
            String name,
            AlarmState state,
            Instant since,
            String reason,
            String owner,
            boolean composite,
            String telling,
            Optional<Instant> mutedUntil,
            String mutedBecause) {}

    private final AlarmObserver observer;
    private final String project;
    private final Clock clock;

    ListAlarms(AlarmObserver observer, String project, Clock clock) {
        this.observer = observer;
        this.project = project;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        return new Result(observer.all(request.whole() ? "" : project + "-").stream()
                .map(this::row)
                .filter(row -> request.state().isEmpty() || request.state().get() == row.state())
                .sorted(Comparator.comparingInt((Row row) -> urgency(row.state()))
                        .thenComparing(Row::name))
                .toList());
    }

    private static int urgency(AlarmState state) {
        return switch (state) {
            case ALARM -> 0;
            case INSUFFICIENT_DATA -> 1;
            case OK -> 2;
        };
    }

    private Row row(ObservedAlarm alarm) {
        Optional<Mute> mute = alarm.tags().flatMap(Mute::of);
        return new Row(
                alarm.name(),
                alarm.condition().state(),
                alarm.condition().since(),
                alarm.condition().reason(),
                alarm.owner().map(ListAlarms::text).orElse(""),
                alarm.definition().filter(CompositeAlarm.class::isInstance).isPresent(),
                telling(alarm, mute),
                mute.map(Mute::until),
                mute.map(Mute::reason).orElse(""));
    }

    static String text(Ownership owner) {
        return owner.group().isEmpty() ? owner.project() : owner.project() + "/" + owner.group();
    }

    private String telling(ObservedAlarm alarm, Optional<Mute> mute) {
        if (alarm.definition()
                .map(AlarmDefinition::actions)
                .filter(actions -> actions.all().findAny().isEmpty())
                .isPresent()) {
            return "nobody";
        }
        if (!alarm.condition().actionsEnabled()) {
            return mute.map(one -> one.holds(clock.instant()) ? "muted" : "mute over")
                    .orElse("off");
        }
        return alarm.condition().suppressedBy().isEmpty() ? "on" : "suppressed";
    }
}
