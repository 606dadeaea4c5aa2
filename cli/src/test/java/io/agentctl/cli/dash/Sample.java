package io.agentctl.cli.dash;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.chart.Alphabet;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.capacity.Mode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.overview.AlarmLine;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Curves.Answers;
import io.agentctl.control.overview.Curves.FunctionCurves;
import io.agentctl.control.overview.Curves.ServiceCurves;
import io.agentctl.control.overview.Curves.TableCurves;
import io.agentctl.control.overview.History;
import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Reading;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.Snapshot.AlarmBoard;
import io.agentctl.control.overview.Snapshot.FunctionState;
import io.agentctl.control.overview.Snapshot.ServiceState;
import io.agentctl.control.plan.Target;
import io.agentctl.control.publishing.PolicyStatus;
import io.agentctl.control.slo.Objective.Level;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ObjectiveReport.Budget;
import io.agentctl.control.slo.report.ObjectiveReport.Line;
import io.agentctl.control.slo.report.ObjectiveReport.Standing;
import io.agentctl.control.slo.report.ObjectiveReport.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A runtime of which everything is known, to be shown. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:30Z");
    static final Look PLAIN = new Look(Theme.PLAIN, Alphabet.BRAILLE, ZoneOffset.UTC);
    static final Look ASCII = new Look(new Theme(false, false), Alphabet.ASCII, ZoneOffset.UTC);

    private static final Instant TO = Instant.parse("2026-03-02T10:00:00Z");

    private Sample() {}

    static Snapshot snapshot() {
        return new Snapshot(
                "acme",
                NOW,
                Range.HOUR,
                Reading.of(new Target("sandbox", "111122223333", "us-east-1"), NOW),
                Reading.of(curves(), NOW),
                Reading.of(
                        List.of(
                                new ServiceState("api", "1024/2048", 4, 4, 0, false),
                                new ServiceState("worker", "256/512", 2, 1, 1, true)),
                        NOW),
                Reading.of(List.of(new FunctionState("acme-governance", 512, 10)), NOW),
                Reading.of(List.of("acme-lost"), NOW),
                Reading.of(List.of(), NOW),
                Reading.of(
                        new AlarmBoard(
                                14,
                                List.of(new AlarmLine(
                                        "acme-api-latency",
                                        "ALARM",
                                        NOW.minusSeconds(250),
                                        "Threshold Crossed",
                                        List.of())),
                                2),
                        NOW),
                Reading.of(List.of(), NOW),
                Reading.of(
                        new PolicyStatus.Result(
                                "production", 7, List.of(), Optional.empty(), "alice", "", NOW, List.of(), 0),
                        NOW),
                Reading.of(List.of(), NOW));
    }

    /** The same, after AWS could not be reached any more. */
    static Snapshot unreachable(Duration since) {
        return snapshot()
                .then(Snapshot.unreadable(
                        "acme",
                        NOW.plus(since),
                        Range.HOUR,
                        EnumSet.allOf(Part.class),
                        new AgentctlException(ErrorCode.UNREACHABLE, "could not reach AWS", "Check the network.")));
    }

    /** An objective of a figure of the runtime's answers, kept so far. */
    static ObjectiveReport promise(String metric, String statistic, double limit, boolean higherIsWorse) {
        return new ObjectiveReport(
                "api-" + metric,
                "api",
                metric + " " + statistic,
                new Line("acme/API " + metric, statistic, Duration.ofMinutes(5), limit, higherIsWorse),
                Standing.KEPT,
                Level.GOOD,
                0.99,
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                TO.minus(Duration.ofDays(30)),
                TO,
                new Budget(Unit.MINUTES, 43_200, 432, 0, OptionalDouble.of(0)),
                List.of(),
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                Optional.of(TO),
                List.of(),
                List.of());
    }

    static List<String> text(List<StyledLine> lines) {
        return lines.stream().map(StyledLine::text).toList();
    }

    private static Curves curves() {
        History wave = history(minute -> 40 + 20 * Math.sin(minute / 8.0));
        return new Curves(
                Range.HOUR,
                TO.minus(Duration.ofHours(1)),
                TO,
                new Answers(
                        wave,
                        history(minute -> 120 + minute),
                        history(minute -> 300 + 2 * minute),
                        history(minute -> 1_000 + 10 * minute),
                        history(minute -> minute == 30 ? 0.02 : 0),
                        history(minute -> 3.5)),
                List.of(
                        new ServiceCurves("api", wave, history(minute -> 80), history(minute -> 30)),
                        new ServiceCurves("worker", history(minute -> 12), history(minute -> 14), wave)),
                List.of(new FunctionCurves(
                        "acme-governance",
                        history(minute -> 51),
                        history(minute -> 66),
                        history(minute -> 600),
                        history(minute -> 0),
                        history(minute -> minute == 10 ? 3 : 0),
                        history(minute -> Double.NaN))),
                List.of(
                        new TableCurves(
                                "acme-sessions",
                                "reads",
                                Mode.PROVISIONED,
                                OptionalDouble.of(400),
                                history(minute -> 350),
                                history(minute -> 0)),
                        new TableCurves(
                                "acme-usage",
                                "writes",
                                Mode.ON_DEMAND,
                                OptionalDouble.empty(),
                                history(minute -> 12),
                                history(minute -> 0))),
                Optional.of(TO));
    }

    private static History history(IntToDoubleFunction minute) {
        return History.of(Series.of(
                TO.minus(Duration.ofHours(1)),
                Duration.ofMinutes(1),
                IntStream.range(0, 60).mapToDouble(minute).toArray()));
    }
}
