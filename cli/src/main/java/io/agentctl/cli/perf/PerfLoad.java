package io.agentctl.cli.perf;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.history.KeepResult;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.load.LoadPlan;
import io.agentctl.control.performance.load.LoadRequest;
import io.agentctl.control.performance.load.Turn;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.tasks.LoadOnTasks;
import io.agentctl.control.performance.threshold.ObjectiveThresholds;
import io.agentctl.control.performance.threshold.Threshold;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code perf load}. */
@Command(
        footer = {
            "agentctl perf load https://agents.example.com --scenario baseline",
            "agentctl perf load http://127.0.0.1:8080/health --rate 200/s --duration 2m --threshold 'p99<50ms'",
            "agentctl perf load https://agents.example.com --concurrency 9 --body @ask.json --data ask.csv",
            "agentctl perf load https://agents.example.com --rate 20000/s --tasks 8     # by eight tasks",
            "agentctl perf load https://agents.example.com --scenario soak.yaml -o html > soak.html",
        })
public final class PerfLoad implements Verb {

    private static final long USUAL_CAP = 1_000_000;
    /** Until a task of Fargate runs a minute or two pass, most of it for its image. */
    private static final Duration TASKS_START = Duration.ofMinutes(5);

    private final UseCase<LoadRequest, LoadResult> load;
    private final UseCase<LoadOnTasks.Request, LoadResult> onTasks;
    private final TargetResources resources;
    private final ObjectiveThresholds objectives;
    private final Supplier<Settings> settings;
    private final Supplier<LambdaPriceTable> prices;
    private final UseCase<KeepResult.Request, KeepResult.Kept> history;
    private final Supplier<ResultHistory> usual;
    private final Path directory;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private ThresholdOptions thresholds = new ThresholdOptions();

    @Mixin
    private TaskOptions tasks = new TaskOptions();

    @Option(names = "--abort-on-fail", description = "End as soon as a threshold is missed.")
    private boolean abortOnFail;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            defaultValue = "" + USUAL_CAP,
            description = "Never send more than so many; default: " + USUAL_CAP + ".")
    private long cap;

    @Option(names = "--ca", paramLabel = "FILE", description = "Certificates (PEM) of authorities to trust.")
    private Path authorities;

    @Option(names = "--save", paramLabel = "FILE", description = "Keep the result as JSON too, to compare with others.")
    private Path save;

    @Option(names = "--keep", description = "Keep the result in the history too, for perf regress.")
    private boolean keep;

    /**
     * Makes the verb.
     *
     * @param load sends
     * @param onTasks has tasks of ECS send
     * @param resources reads what the target used
     * @param objectives of the project, as thresholds
     * @param settings of the project and the context
     * @param prices to tell roughly what it costs
     * @param history keeps results
     * @param usual the project's history
     * @param directory to which files are relative
     */
    public PerfLoad(
            UseCase<LoadRequest, LoadResult> load,
            UseCase<LoadOnTasks.Request, LoadResult> onTasks,
            TargetResources resources,
            ObjectiveThresholds objectives,
            Supplier<Settings> settings,
            Supplier<LambdaPriceTable> prices,
            UseCase<KeepResult.Request, KeepResult.Kept> history,
            Supplier<ResultHistory> usual,
            Path directory) {
        this.load = load;
        this.onTasks = onTasks;
        this.resources = resources;
        this.objectives = objectives;
        this.settings = settings;
        this.prices = prices;
        this.history = history;
        this.usual = usual;
        this.directory = directory;
    }

    @Override
    public int call(Console console) {
        Scenario what = scenario.scenario(directory);
        List<Threshold> limits = thresholds.with(what.thresholds(), objectives);
        LoadPlan plan = plan(what);
        if (console.flags().consent().dryRun()) {
            console.print(Document.ofRows(plan, "stages", page -> PlannedLoadPage.layout(plan, page)));
            return Exit.OK;
        }
        Permission permission = new Permission(settings.get());
        permission.check(plan, target.allowed());
        permission.confirm(plan, console);
        LoadRequest request = new LoadRequest(
                what,
                target.url(),
                limits,
                abortOnFail,
                cap,
                Optional.ofNullable(authorities).map(directory::resolve),
                Turn.WHOLE);
        LoadResult result = resources.ifNamed(sent(request, console), console);
        if (save != null) {
            ResultFiles.save(directory.resolve(save), result);
        }
        console.print(ResultPage.document(result));
        if (save != null) {
            console.say("Saved: " + save);
        }
        if (keep) {
            KeepResult.Request kept = new KeepResult.Request(usual.get(), result);
            console.say("Kept: " + history.run(kept, console.progress()).file());
        }
        return ResultExit.of(result);
    }

    private LoadPlan plan(Scenario what) {
        LoadPlan plan = LoadPlan.of(what, target.url(), cap, prices.get());
        return tasks.wanted() ? plan.by(tasks.sentence(settings.get().project())) : plan;
    }

    private LoadResult sent(LoadRequest request, Console console) {
        return tasks.wanted()
                ? onTasks.run(
                        tasks.of(
                                request,
                                settings.get().project(),
                                console.flags().waiting().timeoutOr(TASKS_START)),
                        console.progress())
                : load.run(request, console.progress());
    }
}
