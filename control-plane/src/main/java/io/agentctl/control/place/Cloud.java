package io.agentctl.control.place;

import io.agentctl.control.alarms.replay.BacktestAlarms;
import io.agentctl.control.alarms.replay.HistoryReader;
import io.agentctl.control.alarms.replay.PagesOfHistory;
import io.agentctl.control.alarms.upkeep.AlarmsWiring;
import io.agentctl.control.alarms.upkeep.AlarmsWiring.ReadQueues;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.apply.Applier;
import io.agentctl.control.audit.AuditReader;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.aws.Lazy;
import io.agentctl.control.capacity.CapacityWiring;
import io.agentctl.control.dashboards.DashboardsWiring;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.AnnouncingJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.Liveness;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.lambda.LambdaWiring;
import io.agentctl.control.lambda.MetricDurations;
import io.agentctl.control.lambda.PlanSweep;
import io.agentctl.control.lambda.RunSweep;
import io.agentctl.control.lambda.concurrency.ConcurrencyWiring;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.lambda.cost.CostWiring;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.ops.ShowOperation;
import io.agentctl.control.overview.OverviewWiring;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.shared.TableHistory;
import io.agentctl.control.performance.tasks.LoadOnTasks;
import io.agentctl.control.performance.tasks.TasksWiring;
import io.agentctl.control.performance.watch.FindRegressions;
import io.agentctl.control.performance.watch.WatchWiring;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.pricing.LambdaPriceTables;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.publishing.PublishingWiring;
import io.agentctl.control.scaling.ScalingWiring;
import io.agentctl.control.schedules.ScheduleTable;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Folders;
import io.agentctl.control.windows.run.ApplyWindows;
import io.agentctl.control.windows.run.ApplyWish;
import io.agentctl.control.windows.run.ProjectServices;
import io.agentctl.control.windows.run.WindowsWiring;
import io.agentctl.control.windows.scheduled.SchedulesWiring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The parts that talk to one place of AWS, made by hand for one command. Nothing is called before a part is used. */
public final class Cloud {

    /** An answer of 100,800 points takes about 60 MB while the SDK parses it, and the parsing takes a whole core. */
    private static final int METRICS_IN_FLIGHT = 2;
    /** How often services are looked at while their tasks start or stop. */
    private static final Duration WINDOW_POLL = Duration.ofSeconds(2);

    private final Place place;
    private final Clock clock;
    private final AwsClients aws;
    private final Consumer<OperationId> begun;
    private final Stores stores;
    private final MetricsGateway metrics;
    private final CallerIdentity here;
    private final ScalingWiring scaling;
    private final EcsWiring ecs;
    private final WindowsWiring windows;
    private final SchedulesWiring schedules;
    private final LambdaWiring lambda;
    private final ConcurrencyWiring concurrency;
    private final CapacityWiring capacity;
    private final PublishingWiring publishing;
    private final AlarmsWiring alarms;
    private final DashboardsWiring dashboards;

    /**
     * Makes the parts, and calls nothing.
     *
     * @param clients the program's; the place has its own among them
     * @param begun hears of every operation that is begun here, before it acts
     */
    public Cloud(Place place, Clients clients, Consumer<OperationId> begun) {
        this.place = place;
        this.clock = place.clock();
        this.aws = clients.at(place);
        this.begun = begun;
        this.stores = new Stores(place.settings(), place.environment(), aws);
        this.metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(METRICS_IN_FLIGHT));
        this.here = new CallerIdentity(place.context().name(), place.region(), aws::sts);
        this.scaling = new ScalingWiring(aws);
        this.ecs = new EcsWiring(aws, scaling.gateway(), metrics, place.services(), clock, place.pace());
        this.windows =
                new WindowsWiring(ecs, scaling.gateway(), place.services(), stores::states, here, clock, WINDOW_POLL);
        this.schedules = new SchedulesWiring(ecs, scaling.gateway(), place.services(), here, clock);
        this.lambda = new LambdaWiring(aws, here, clock, place.functionPace());
        this.concurrency = new ConcurrencyWiring(aws, lambda, here, clock, place.functionPace());
        this.capacity =
                new CapacityWiring(aws, scaling.gateway(), metrics, here, this::journal, clock, place.tablePace());
        this.alarms = new AlarmsWiring(
                aws,
                metrics,
                place.settings().project().name().value(),
                here,
                clock,
                place.context() instanceof Context.Sandbox ? ReadQueues.TO_SEE_DELIVERY : ReadQueues.NEVER);
        this.dashboards = new DashboardsWiring(aws, here, clock);
        this.publishing = new PublishingWiring(
                aws, place.policyTable(), clock, place.patience(), () -> Place.actor(place.owner()));
    }

    /** The clients. */
    public AwsClients aws() {
        return aws;
    }

    /** CloudWatch's metrics. */
    public MetricsGateway metrics() {
        return metrics;
    }

    /** ECS services. */
    public EcsWiring ecs() {
        return ecs;
    }

    /** The use case that brings services to what their windows say. */
    public ApplyWindows applyWindows() {
        return windows.apply(this::journal, new Lazy<>(this::runner));
    }

    /** The use case that notes a wish for a service and follows it. */
    public ApplyWish applyWish() {
        return windows.applyWish(this::journal, new Lazy<>(this::runner));
    }

    /** What windows say of services, against what they are. */
    public WindowsWiring windows() {
        return windows;
    }

    /** Windows as AWS's own scheduled actions. */
    public SchedulesWiring schedules() {
        return schedules;
    }

    /** Lambda functions. */
    public LambdaWiring lambda() {
        return lambda;
    }

    /** What is kept ready of them. */
    public ConcurrencyWiring concurrency() {
        return concurrency;
    }

    /** Tables and their capacity. */
    public CapacityWiring capacity() {
        return capacity;
    }

    /** Alarms. */
    public AlarmsWiring alarms() {
        return alarms;
    }

    /** The use case that plans them. */
    public PlanAlarms planAlarms() {
        return alarms.planning(new PagesOfHistory(new HistoryReader(metrics), clock), this::alarmPrices);
    }

    /** Dashboards. */
    public DashboardsWiring dashboards() {
        return dashboards;
    }

    /** The project's services that are there. */
    public ProjectServices projectServices() {
        return ProjectServices.of(place.services(), ecs.gateway());
    }

    /** The use case that tries alarms on what was measured. */
    public BacktestAlarms backtestAlarms() {
        return new BacktestAlarms(
                place.settings().project().name().value(), here, alarms.existing(), new HistoryReader(metrics), clock);
    }

    /** The state of the runtime at a glance. */
    public OverviewWiring overview() {
        return new OverviewWiring(aws, ecs, capacity, windows, metrics, clock);
    }

    /** What functions cost. */
    public CostOfFunctions functionCosts() {
        return CostWiring.costs(
                aws, lambda, metrics, here, Folders.cache(place.environment()), this::lambdaPrices, clock);
    }

    /** Policies in their store. */
    public PublishingWiring publishing() {
        return publishing;
    }

    /** The use case that plans a sweep. */
    public PlanSweep planSweep() {
        return lambda.planSweep(new MetricDurations(metrics, clock), this::lambdaPrices);
    }

    /** The use case that sweeps. */
    public RunSweep runSweep() {
        return lambda.runSweep(this::runner);
    }

    /** The time there. */
    public Clock clock() {
        return clock;
    }

    /** Account and region; asked of AWS once. */
    public Target here() {
        return here.get();
    }

    /** The same for what is about to be changed: there, a context must have been named. */
    public Target changedHere() {
        place.settings().contextForChanges();
        return here.get();
    }

    /** Prices of the region. */
    public PriceTable prices() {
        return Place.prices(place.settings(), place.region());
    }

    /** Lambda's prices of the region. */
    public LambdaPriceTable lambdaPrices() {
        return LambdaPriceTables.shipped().forRegion(place.region());
    }

    /** DynamoDB's prices of the region, the project's own where it has some. */
    public TablePriceTable tablePrices() {
        return place.tablePrices();
    }

    /** CloudWatch's prices of alarms in the region, the project's own where it has some. */
    public AlarmPriceTable alarmPrices() {
        return Place.alarmPrices(place.settings());
    }

    /** The use case that shows an operation. */
    public ShowOperation showOperation() {
        return new ShowOperation(
                journal(),
                new Liveness(Clock.systemUTC(), LeaseSettings.standard()),
                place.owner().user(),
                this::here);
    }

    /** Loads that tasks send together. */
    public TasksWiring tasks() {
        return new TasksWiring(aws);
    }

    /** The use case that has tasks of the project's cluster send a load; they meet in the team's table. */
    public LoadOnTasks loadOnTasks() {
        return tasks().load(place::region, stores.sharedTable());
    }

    /** Results of loads that the team shares. */
    public ResultHistory loadHistory() {
        return new TableHistory(aws::dynamoDb, stores.sharedTable());
    }

    /** The use case that looks through series for regressions. */
    public FindRegressions findRegressions() {
        return new FindRegressions(
                this::metrics, this::loadHistory, request -> watch().happenings(request), () -> watch().topics());
    }

    /** What watching for regressions needs. */
    public WatchWiring watch() {
        return new WatchWiring(aws, this::journal, ecs.deployments());
    }

    /** The team's table, if this project's journal is in one. */
    public Optional<String> journalTable() {
        return stores.journalTable();
    }

    /**
     * The team's audit log.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND if there is no table that it could be in
     */
    public AuditReader auditLog() {
        return stores.auditLog();
    }

    /**
     * What control planes do at their times.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND if there is no table that it could be in
     */
    public ScheduleTable schedulesTable() {
        return stores.schedules();
    }

    /** The journal that the project is set to. */
    public Journal journal() {
        return new AnnouncingJournal(stores.journal(), begun);
    }

    /**
     * Carries out and undoes operations. Its leases are judged by this machine's clock: the sandbox's may be moved
     * while an operation is under way.
     */
    public OperationRunner runner() {
        return runner(lambda.handlers());
    }

    private OperationRunner runner(List<ActionHandler> ofFunctions) {
        return new OperationRunner(
                journal(),
                Stream.of(
                                scaling.handlers(),
                                ecs.handlers(),
                                windows.handlers(),
                                ofFunctions,
                                concurrency.handlers(),
                                capacity.handlers(),
                                alarms.handlers(),
                                dashboards.handlers(),
                                publishing.handlers())
                        .flatMap(List::stream)
                        .toList(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                place.owner(),
                this::changedHere,
                LeaseSettings.standard());
    }

    /** For each kind of resource that plans speak of, who turns a plan into an operation. */
    public List<Applier> appliers() {
        return Stream.of(
                        List.of(
                                ecs.applier(),
                                schedules.applier(),
                                lambda.applier(),
                                concurrency.applier(),
                                capacity.applier(),
                                dashboards.applier()),
                        alarms.appliers(),
                        publishing.appliers())
                .flatMap(List::stream)
                .toList();
    }
}
