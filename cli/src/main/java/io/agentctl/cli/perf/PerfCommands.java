package io.agentctl.cli.perf;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.history.FolderHistory;
import io.agentctl.control.performance.history.KeepResult;
import io.agentctl.control.performance.history.ListHistory;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.load.LoadObserver;
import io.agentctl.control.performance.load.RunLoad;
import io.agentctl.control.performance.resources.ReadResources;
import io.agentctl.control.performance.shared.CarriedHistory;
import io.agentctl.control.performance.tasks.LoadOnTasks;
import io.agentctl.control.performance.threshold.ObjectiveThresholds;
import io.agentctl.control.performance.watch.FindRegressions;
import io.agentctl.control.performance.watch.RegressionReport;
import io.agentctl.control.performance.watch.SeriesSource;
import io.agentctl.control.permission.Errand;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.pricing.LambdaPriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.settings.Project;
import io.agentctl.control.settings.ProjectFile;
import io.agentctl.control.settings.Sourced;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code agentctl perf}: its verbs, with the use cases that they run. */
public final class PerfCommands {

    private static final String USUAL_REGION = "us-east-1";

    private final Wiring wiring;

    public PerfCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf("load", "Send load to a target, and measure what its callers would see.", this::load),
                new Leaf(
                        "check",
                        "Judge a result by thresholds; for pipelines.",
                        () -> new PerfCheck(
                                objectives(), directory(), wiring.surroundings().answers())),
                new Leaf(
                        "report",
                        "Show results as pages: text, Markdown, HTML, JUnit XML.",
                        () -> new PerfReport(
                                resources(), directory(), wiring.surroundings().answers())),
                new Leaf(
                        "compare",
                        "Tell whether a result is worse than another of the same scenario.",
                        () -> new PerfCompare(directory(), wiring.surroundings().answers())),
                new Leaf("regress", "Tell when a series became worse, and what came just before.", this::regress),
                new Leaf(
                        "history",
                        "Keep results beside the project, and list them.",
                        () -> new PerfHistory(
                                new KeepResult(),
                                new ListHistory(),
                                history(),
                                directory(),
                                wiring.surroundings().answers())),
                new Leaf("worker", "Send a part of a load; what the tasks of perf load --tasks run.", this::worker));
    }

    private PerfWorker worker() {
        wiring.mayNeed(Errand.LOAD_PART.needs());
        return new PerfWorker(
                (request, progress) -> wiring.cloud().tasks().sendPart().run(request, progress));
    }

    private PerfRegress regress() {
        UseCase<FindRegressions.Request, RegressionReport> find = wiring.use(PerformanceUseCases.REGRESS);
        return new PerfRegress(
                (request, progress) -> regressions(find, request, progress),
                wiring.use(PerformanceUseCases.TELL),
                history(),
                this::services,
                directory(),
                wiring::clock);
    }

    /** A series that was read already is judged here, where nothing else is needed: nothing is reached for. */
    private RegressionReport regressions(
            UseCase<FindRegressions.Request, RegressionReport> anywhere,
            FindRegressions.Request request,
            ProgressListener progress) {
        boolean here = request.source() instanceof SeriesSource.Given
                && !request.causes().wanted();
        UseCase<FindRegressions.Request, RegressionReport> find = here
                ? new FindRegressions(
                        () -> wiring.cloud().metrics(),
                        () -> wiring.cloud().stores().loadHistory(),
                        asked -> List.of())
                : anywhere;
        return find.run(request, progress);
    }

    /** The services that the project file names. */
    private List<String> services() {
        Project project = wiring.settings().project();
        return project.services().value().stream()
                .map(service -> project.cluster().value() + "/" + service)
                .toList();
    }

    /** Where the project says. A folder needs no AWS. */
    private Supplier<ResultHistory> history() {
        CarriedHistory shared =
                new CarriedHistory(wiring.use(PerformanceUseCases.RESULTS), wiring.use(PerformanceUseCases.SHARE));
        return () -> history(shared);
    }

    private ResultHistory history(CarriedHistory shared) {
        return switch (wiring.settings().project().loadHistory().value()) {
            case FOLDER -> {
                Path project =
                        ProjectFile.find(directory()).map(Path::getParent).orElseGet(this::directory);
                yield new FolderHistory(project.resolve(FolderHistory.FOLDER));
            }
            case TABLE -> shared;
        };
    }

    private PerfLoad load() {
        wiring.mayNeed(Errand.LOAD_ON_TASKS.needs());
        return new PerfLoad(
                new RunLoad(Clock.systemUTC(), LoadObserver.NONE),
                this::onTasks,
                resources(),
                objectives(),
                wiring::settings,
                this::prices,
                new KeepResult(),
                history(),
                directory());
    }

    /** Tasks cost money and are started somewhere: a context must have been named. */
    private LoadResult onTasks(LoadOnTasks.Request request, ProgressListener progress) {
        Cloud here = wiring.cloud();
        here.changedHere();
        return here.tasks()
                .load(() -> here.here().region(), here.stores().sharedTable())
                .run(request, progress);
    }

    private ObjectiveThresholds objectives() {
        return new ObjectiveThresholds(
                () -> wiring.monitoring().read(Optional.empty()).objectives());
    }

    private TargetResources resources() {
        UseCase<ReadResources.Request, ResourceUse> read = wiring.use(PerformanceUseCases.RESOURCES);
        return new TargetResources(wiring::settings, (request, progress) -> used(read, request, progress));
    }

    /** The sandbox's clock may be moved, and its metrics are of its time. */
    private ResourceUse used(
            UseCase<ReadResources.Request, ResourceUse> read,
            ReadResources.Request request,
            ProgressListener progress) {
        Duration moved = Duration.between(Instant.now(), wiring.clock().instant());
        return read.run(
                new ReadResources.Request(
                        request.cluster(),
                        request.services(),
                        request.functions(),
                        request.tables(),
                        request.from().plus(moved),
                        request.to().plus(moved)),
                progress);
    }

    private LambdaPriceTable prices() {
        String region = wiring.settings().region().map(Sourced::value).orElse(USUAL_REGION);
        return LambdaPriceTables.shipped().forRegion(region);
    }

    private Path directory() {
        return wiring.surroundings().directory();
    }
}
