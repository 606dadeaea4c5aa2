package io.agentctl.control.performance.watch;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.regression.ChangeFinder;
import io.agentctl.control.performance.regression.Finding;
import io.agentctl.control.performance.regression.Sample;
import io.agentctl.control.performance.regression.SeriesVerdict;
import io.agentctl.control.performance.regression.Worse;
import io.agentctl.control.performance.watch.RegressionReport.Explained;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks through a series for regressions, and for what came just before them. */
public final class FindRegressions implements UseCase<FindRegressions.Request, RegressionReport> {

    /** A rollout may take this long until it shows. */
    private static final Duration SHOWS_WITHIN = Duration.ofHours(2);

    private static final double PERCENT = 100;

    private final SeriesReader reader;
    private final Function<Request, List<Happenings>> happenings;

    /**
     * Makes the use case.
     *
     * @param metrics reads CloudWatch
     * @param team the history that the team shares
     * @param happenings what may have caused changes of what was asked for
     */
    public FindRegressions(
            Supplier<MetricsGateway> metrics,
            Supplier<ResultHistory> team,
            Function<Request, List<Happenings>> happenings) {
        this.reader = new SeriesReader(metrics, team);
        this.happenings = happenings;
    }

    /**
     * What is asked.
     *
     * @param source where the series is
     * @param threshold the smallest change that matters, as a share
     * @param worse the direction that is for the worse
     * @param causes whether and where to look for what came before a change
     */
    public record Request(SeriesSource source, double threshold, Worse worse, Causes causes) {}

    /**
     * Where causes are looked for.
     *
     * @param wanted whether at all: files can be judged where there is no AWS
     * @param services {@code CLUSTER/SERVICE} whose deployments count
     */
    public record Causes(boolean wanted, List<String> services) {

        public Causes {
            services = List.copyOf(services);
        }
    }

    @Override
    public RegressionReport run(Request request, ProgressListener progress) {
        SeriesSource.Given series = reader.read(request.source());
        SeriesVerdict verdict = new ChangeFinder(request.threshold(), request.worse()).find(series.samples());
        List<String> remarks = new ArrayList<>(series.passedOver());
        List<Explained> findings = explained(request, series.samples(), verdict, remarks);
        return new RegressionReport(
                series.name(),
                series.unit(),
                series.samples().stream()
                        .map(Sample::time)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                series.samples().stream()
                        .map(Sample::time)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                PERCENT * request.threshold(),
                verdict.word(),
                verdict.points(),
                verdict.season(),
                verdict.dependence(),
                findings,
                remarks);
    }

    /** Causes are a help: that they cannot be read never keeps the verdict back. */
    private List<Explained> explained(
            Request request, List<Sample> samples, SeriesVerdict verdict, List<String> remarks) {
        if (verdict.findings().isEmpty() || !request.causes().wanted()) {
            return verdict.findings().stream()
                    .map(finding -> new Explained(finding, Optional.empty()))
                    .toList();
        }
        Duration spacing = spacing(samples);
        Duration before = spacing.multipliedBy(2).compareTo(SHOWS_WITHIN) > 0 ? spacing.multipliedBy(2) : SHOWS_WITHIN;
        List<Instant> times =
                verdict.findings().stream().map(Finding::at).sorted().toList();
        List<Happening> known = new ArrayList<>();
        try {
            for (Happenings each : happenings.apply(request)) {
                known.addAll(each.between(
                        times.getFirst().minus(before), times.getLast().plus(spacing)));
            }
        } catch (AgentctlException unreadable) {
            remarks.add("What happened before could not be looked up: " + unreadable.getMessage());
        }
        return verdict.findings().stream()
                .map(finding -> new Explained(finding, lastBefore(known, finding.at(), before, spacing)))
                .toList();
    }

    /** A change is placed on the point: what began within a point after it may still be what it shows. */
    private static Optional<Happening> lastBefore(
            List<Happening> known, Instant at, Duration before, Duration spacing) {
        return known.stream()
                .filter(each -> !each.at().isBefore(at.minus(before)))
                .filter(each -> !each.at().isAfter(at.plus(spacing)))
                .max(Comparator.comparing(Happening::at));
    }

    /** The usual distance of points. */
    private static Duration spacing(List<Sample> samples) {
        List<Instant> times = samples.stream().map(Sample::time).sorted().toList();
        List<Duration> distances = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            distances.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        distances.sort(Comparator.naturalOrder());
        return distances.get(distances.size() / 2);
    }
}
