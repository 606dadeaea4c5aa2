package io.agentctl.control.alarms.replay;

import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.backtest.Incident;
import io.agentctl.control.alarms.backtest.Scorecard;
import io.agentctl.control.alarms.compose.AlarmComposer;
import io.agentctl.control.alarms.compose.Audience;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Objective;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tries alarms on what CloudWatch measured lately; changes nothing. */
public final class BacktestAlarms implements UseCase<BacktestAlarms.Request, BacktestAlarms.Result> {

    private final String project;
    private final Supplier<Target> here;
    private final Supplier<List<AlarmDefinition>> existing;
    private final HistoryReader history;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param project begins the names of its alarms
     * @param here where they are
     * @param existing all alarms that there are
     */
    public BacktestAlarms(
            String project,
            Supplier<Target> here,
            Supplier<List<AlarmDefinition>> existing,
            HistoryReader history,
            Clock clock) {
        this.project = project;
        this.here = here;
        this.existing = existing;
        this.history = history;
        this.clock = clock;
    }

    /** What there is to try. */
    public sealed interface Subjects {

        /** What objectives and specs want, whether it exists already or not. */
        record Wished(PlanAlarms.Request wishes) implements Subjects {}

        /** The alarms that the account has. */
        record Existing() implements Subjects {}
    }

    /**
     * What to try.
     *
     * @param subjects what there is to try
     * @param since how far back
     * @param names which alarms, with those that they rest on; all where none are named
     * @param incidents what should have been found
     */
    public record Request(Subjects subjects, Duration since, List<String> names, List<Incident> incidents) {
        public Request {
            names = List.copyOf(names);
            incidents = List.copyOf(incidents);
        }
    }

    /**
     * What came of it.
     *
     * @param from the first minute
     * @param to the end of the last
     * @param alarms each alarm
     * @param untried why others could not be tried, by name
     * @param incidents what became of each
     * @param together what all that tell somebody were worth together
     */
    public record Result(
            Instant from,
            Instant to,
            List<AlarmResult> alarms,
            SortedMap<String, String> untried,
            List<IncidentResult> incidents,
            Scorecard together) {
        public Result {
            alarms = List.copyOf(alarms);
            incidents = List.copyOf(incidents);
        }
    }

    /** @throws AgentctlException USAGE for a name that no alarm has, or for a time of which nothing is kept */
    @Override
    public Result run(Request request, ProgressListener progress) {
        if (!request.since().isPositive() || request.since().compareTo(HistoryReader.FIVE_MINUTES_KEPT) > 0) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "CloudWatch keeps what alarms are tried on for up to " + HistoryReader.FIVE_MINUTES_KEPT.toDays()
                            + " days, not " + request.since(),
                    "Give --since up to that; single minutes are kept for 15 days.");
        }
        List<AlarmDefinition> alarms = alarms(request.subjects());
        requireKnown(request.names(), alarms);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Minutes minutes = Minutes.between(now.minus(request.since()).truncatedTo(ChronoUnit.MINUTES), now);
        List<MetricAlarm> read = AlarmSet.of(alarms, request.names()).metric();
        List<Objective> objectives = request.incidents().isEmpty() ? List.of() : objectives(request.subjects());
        progress.say("Reading what " + read.size() + " alarms look at, since " + minutes.from());
        Measured measured = history.read(
                Stream.concat(
                                read.stream().flatMap(Wanted::of),
                                objectives.stream().flatMap(BudgetMeter::wanted))
                        .toList(),
                minutes,
                now);
        Replay replay = Replay.of(alarms, request.names(), measured, minutes, request.incidents());
        Map<String, BudgetMeter> meters = new TreeMap<>();
        objectives.forEach(objective ->
                BudgetMeter.of(objective, measured, minutes).ifPresent(meter -> meters.put(objective.name(), meter)));
        List<IncidentResult> incidents = request.incidents().stream()
                .filter(incident -> incident.overlaps(minutes.from(), minutes.to()))
                .map(incident -> IncidentResult.of(incident, replay.pages(), meters))
                .toList();
        return new Result(
                minutes.from(),
                minutes.to(),
                replay.alarms(),
                replay.untried(),
                incidents,
                Scorecard.ofPages(
                        replay.pages().stream().map(Replay.Page::at).toList(),
                        Duration.ZERO,
                        request.incidents(),
                        minutes.from(),
                        minutes.to()));
    }

    private List<AlarmDefinition> alarms(Subjects subjects) {
        return switch (subjects) {
            case Subjects.Existing ignored -> existing.get();
            case Subjects.Wished wished -> {
                Target target = here.get();
                Audience audience = new Audience(
                        project,
                        target.account(),
                        target.region(),
                        wished.wishes().usual());
                yield AlarmComposer.compose(
                                objectives(subjects), wished.wishes().specs(), audience)
                        .alarms()
                        .toList();
            }
        };
    }

    private static List<Objective> objectives(Subjects subjects) {
        return switch (subjects) {
            case Subjects.Existing ignored -> List.of();
            // Burn rates of Application Signals have no past: what they are reckoned from has.
            case Subjects.Wished wished ->
                wished.wishes().objectives().stream()
                        .map(objective -> objective.keptBy(Backend.ALARMS))
                        .toList();
        };
    }

    private static void requireKnown(List<String> names, List<AlarmDefinition> alarms) {
        List<String> known = alarms.stream().map(AlarmDefinition::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new AgentctlException(
                        ErrorCode.NOT_FOUND, "there is no alarm " + name, Suggestions.sentence(name, known));
            }
        }
    }
}
