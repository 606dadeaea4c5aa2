package io.agentctl.control.alarms.replay;

import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.backtest.Incident;
import io.agentctl.control.alarms.backtest.Scorecard;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.progress.ProgressListener;
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

    private final Supplier<Subjects> subjects;
    private final HistoryReader history;
    private final Clock clock;

    public BacktestAlarms(Supplier<Subjects> subjects, HistoryReader history, Clock clock) {
        this.subjects = subjects;
        this.history = history;
        this.clock = clock;
    }

    /**
     * What there is to try.
     *
     * @param alarms all of them
     * @param objectives whose budgets incidents spend
     */
    public record Subjects(List<AlarmDefinition> alarms, List<Objective> objectives) {
        public Subjects {
            alarms = List.copyOf(alarms);
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * What to try.
     *
     * @param since how far back
     * @param names which alarms, with those that they rest on; all where none are named
     * @param incidents what should have been found
     */
    public record Request(Duration since, List<String> names, List<Incident> incidents) {
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
        Subjects there = subjects.get();
        requireKnown(request.names(), there.alarms());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Minutes minutes = Minutes.between(now.minus(request.since()).truncatedTo(ChronoUnit.MINUTES), now);
        List<MetricAlarm> read = AlarmSet.of(there.alarms(), request.names()).metric();
        List<Objective> objectives = request.incidents().isEmpty() ? List.of() : there.objectives();
        progress.say("Reading what " + read.size() + " alarms look at, since " + minutes.from());
        Measured measured = history.read(
                Stream.concat(
                                read.stream().flatMap(Wanted::of),
                                objectives.stream().flatMap(BudgetMeter::wanted))
                        .toList(),
                minutes,
                now);
        Replay replay = Replay.of(there.alarms(), request.names(), measured, minutes, request.incidents());
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
