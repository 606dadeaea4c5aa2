package io.agentctl.control.catalogue;

import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.history.KeepResult;
import io.agentctl.control.performance.resources.ReadResources;
import io.agentctl.control.performance.shared.ReadResults;
import io.agentctl.control.performance.shared.ShareResult;
import io.agentctl.control.performance.watch.CheckLatest;
import io.agentctl.control.performance.watch.FindRegressions;
import io.agentctl.control.performance.watch.RegressionReport;
import io.agentctl.control.performance.watch.TellRegression;
import java.util.List;

/** What can be asked of measurements. */
public final class PerformanceUseCases {

    /** What the target of a load used meanwhile. */
    public static final NamedUseCase<ReadResources.Request, ResourceUse> RESOURCES = NamedUseCase.reading(
            "perf.resources",
            ReadResources.Request.class,
            ResourceUse.class,
            here -> new ReadResources(here.metrics()));

    /** When a series became worse, and what came just before. */
    public static final NamedUseCase<FindRegressions.Request, RegressionReport> REGRESS = NamedUseCase.reading(
            "perf.regress",
            FindRegressions.Request.class,
            RegressionReport.class,
            here -> new FindRegressions(here::metrics, here.stores()::loadHistory, asked -> here.watch()
                    .happenings(asked)));

    /** A topic told of a regression. */
    public static final NamedUseCase<TellRegression.Request, RegressionReport> TELL = NamedUseCase.changing(
            "perf.tell",
            TellRegression.Request.class,
            RegressionReport.class,
            here -> new TellRegression(() -> here.watch().topics()));

    /** The latest run in the team's history, judged. */
    public static final NamedUseCase<CheckLatest.Request, CheckLatest.Result> CHECK = NamedUseCase.reading(
            "perf.check",
            CheckLatest.Request.class,
            CheckLatest.Result.class,
            here -> new CheckLatest(here.stores()::loadHistory));

    /** Results of loads that the team shares. */
    public static final NamedUseCase<ReadResults.Request, ReadResults.Result> RESULTS = NamedUseCase.reading(
            "perf.results",
            ReadResults.Request.class,
            ReadResults.Result.class,
            here -> new ReadResults(here.stores()::loadHistory));

    /** A result shared with the team. */
    public static final NamedUseCase<ShareResult.Request, KeepResult.Kept> SHARE = NamedUseCase.changing(
            "perf.share",
            ShareResult.Request.class,
            KeepResult.Kept.class,
            here -> new ShareResult(here.stores()::loadHistory));

    private PerformanceUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(RESOURCES, REGRESS, TELL, CHECK, RESULTS, SHARE);
    }
}
