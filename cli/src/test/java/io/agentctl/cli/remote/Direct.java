package io.agentctl.cli.remote;

import io.agentctl.cli.remote.Answer.Carried;
import io.agentctl.control.UseCase;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.NameUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.catalogue.WindowsUseCases;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.names.ListNames;
import io.agentctl.control.performance.regression.SeriesVerdict;
import io.agentctl.control.performance.watch.CheckLatest;
import io.agentctl.control.performance.watch.RegressionReport;
import io.agentctl.control.performance.watch.TellRegression;
import io.agentctl.control.place.Manner;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.publishing.CheckPolicyDrift;
import io.agentctl.control.remote.RemoteUseCase;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.MeasureServices;
import io.agentctl.control.rightsizing.RiskAppetite;
import io.agentctl.control.windows.WindowFileReader;
import io.agentctl.control.windows.run.KeepWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A use case that no command line runs by itself: a scheduler, a screen or the completion of names does.
 *
 * @param request made where the project is
 * @param before commands that are run before it in a world begun anew, in which it runs; none: in the world as it is
 */
record Direct<Q, R>(NamedUseCase<Q, R> useCase, Function<Path, Q> request, List<String> before) {

    private static final String PAGES = "arn:aws:sns:us-east-1:111122223333:acme-pages";
    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final RegressionReport WORSE = new RegressionReport(
            "latency.csv",
            "ms",
            DAY,
            DAY.plus(Duration.ofHours(60)),
            5,
            SeriesVerdict.Word.REGRESSION,
            60,
            SeriesVerdict.Season.NONE,
            0,
            List.of(),
            List.of());

    private static final Direct<?, ?> TASKS =
            new Direct<>(EcsUseCases.TASKS, folder -> new Services("acme", List.of("api")), List.of());

    private static final Direct<?, ?> NAMES = new Direct<>(EcsUseCases.NAMES, folder -> Services.allOf(""), List.of());

    private static final Direct<?, ?> MEASURE = new Direct<>(
            EcsUseCases.MEASURE,
            folder -> new MeasureServices.Request(
                    new Services("acme", List.of("api")), Duration.ofDays(14), RiskAppetite.MEDIUM, Budgets.DEFAULT),
            List.of());

    private static final Direct<?, ?> CHECK = new Direct<>(
            PerformanceUseCases.CHECK,
            folder -> new CheckLatest.Request(Optional.empty(), List.of("p95<5s")),
            List.of("perf history --keep FOLDER/result.json"));

    private static final Direct<?, ?> DRIFT = new Direct<>(
            PolicyUseCases.DRIFT,
            folder -> new CheckPolicyDrift.Request("production", List.of()),
            List.of("policy publish FOLDER/cap.yaml --yes", "policy activate cap --yes --no-wait"));

    private static final Direct<?, ?> KEEP = new Direct<>(
            WindowsUseCases.KEEP,
            folder -> new KeepWindows.Request(
                    WindowFileReader.read(folder.resolve("windows.yaml")), Duration.ofMinutes(1)),
            List.of("windows wake quiet --for 2h --reason release --yes"));

    private static final Direct<?, ?> TELL =
            new Direct<>(PerformanceUseCases.TELL, folder -> new TellRegression.Request(PAGES, WORSE), List.of());

    static final List<Direct<?, ?>> ALL = Stream.concat(
                    Stream.of(TASKS, NAMES, MEASURE, CHECK, DRIFT, KEEP, TELL), names())
            .toList();

    private static Stream<Direct<?, ?>> names() {
        return Stream.of(ListNames.Kind.values())
                .map(kind -> new Direct<>(NameUseCases.LIST, folder -> new ListNames.Request(kind), List.of()));
    }

    Carried here(TwoWays ways) {
        return run(ways, useCase.at(ways.cloud()));
    }

    Carried there(TwoWays ways) {
        return run(ways, new RemoteUseCase<>(useCase, ways.plane(), Manner.USUAL, Duration.ofMinutes(1)));
    }

    /** Runs it in this process. */
    void at(OneWay way) {
        useCase.at(way.cloud()).run(request.apply(way.folder()), ProgressListener.SILENT);
    }

    private Carried run(TwoWays ways, UseCase<Q, R> made) {
        if (!before.isEmpty()) {
            ways.anew();
            before.forEach(ways::here);
        }
        Q asked = request.apply(ways.folder());
        return Carried.of(useCase, asked, made.run(asked, ProgressListener.SILENT));
    }

    @Override
    public String toString() {
        return useCase.name();
    }
}
