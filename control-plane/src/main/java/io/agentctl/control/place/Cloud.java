package io.agentctl.control.place;

import io.agentctl.control.alarms.upkeep.AlarmsWiring;
import io.agentctl.control.alarms.upkeep.AlarmsWiring.ReadQueues;
import io.agentctl.control.apply.Applier;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.capacity.CapacityWiring;
import io.agentctl.control.dashboards.DashboardsWiring;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.lambda.LambdaWiring;
import io.agentctl.control.lambda.concurrency.ConcurrencyWiring;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.overview.OverviewWiring;
import io.agentctl.control.performance.tasks.TasksWiring;
import io.agentctl.control.performance.watch.WatchWiring;
import io.agentctl.control.plan.Target;
import io.agentctl.control.publishing.PublishingWiring;
import io.agentctl.control.scaling.ScalingWiring;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Folders;
import io.agentctl.control.windows.run.ProjectServices;
import io.agentctl.control.windows.run.WindowsWiring;
import io.agentctl.control.windows.scheduled.SchedulesWiring;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The parts that talk to one place of AWS, made by hand for one command. Nothing is called before a part is used. */
public final class Cloud {

    /** An answer of 100,800 points is 7 MB of text, whose reading takes a whole core. */
    private static final int METRICS_IN_FLIGHT = 2;
    /** How often services are looked at while their tasks start or stop. */
    private static final Duration WINDOW_POLL = Duration.ofSeconds(2);

    private final Place place;
    private final Clock clock;
    private final AwsClients aws;
    private final Stores stores;
    private final Operations operations;
    private final RegionPrices prices;
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
        this.stores = new Stores(place.settings(), place.environment(), aws);
        this.operations = new Operations(stores::journal, begun, place.owner(), this);
        this.metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(METRICS_IN_FLIGHT));
        this.here = new CallerIdentity(place.context().name(), place.region(), aws::sts, aws::stsImpatient);
        this.scaling = new ScalingWiring(aws);
        this.ecs = new EcsWiring(aws, scaling.gateway(), metrics, place.services(), clock, place.pace());
        this.windows =
                new WindowsWiring(ecs, scaling.gateway(), place.services(), stores::states, here, clock, WINDOW_POLL);
        this.schedules = new SchedulesWiring(ecs, scaling.gateway(), place.services(), here, clock);
        this.lambda = new LambdaWiring(aws, here, clock, place.functionPace());
        this.concurrency = new ConcurrencyWiring(aws, lambda, here, clock, place.functionPace());
        this.capacity = new CapacityWiring(
                aws, scaling.gateway(), metrics, here, operations::journal, clock, place.tablePace());
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
        this.prices = new RegionPrices(place);
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

    /** Dashboards. */
    public DashboardsWiring dashboards() {
        return dashboards;
    }

    /** The project's services that are there. */
    public ProjectServices projectServices() {
        return ProjectServices.of(place.services(), ecs.gateway());
    }

    /** The state of the runtime at a glance. */
    public OverviewWiring overview() {
        return new OverviewWiring(aws, ecs, capacity, windows, metrics, clock);
    }

    /** Policies in their store. */
    public PublishingWiring publishing() {
        return publishing;
    }

    /** The time there. */
    public Clock clock() {
        return clock;
    }

    /** Account and region; asked of AWS once. */
    public Target here() {
        return here.get();
    }

    /** Account and region, asked anew: whether AWS is there. */
    public Target hereAgain() {
        return here.askedAgain();
    }

    /** The same for what is about to be changed: there, a context must have been named. */
    public Target changedHere() {
        place.settings().contextForChanges();
        return here.get();
    }

    /** Loads that tasks send together. */
    public TasksWiring tasks() {
        return new TasksWiring(aws);
    }

    /** What watching for regressions needs. */
    public WatchWiring watch() {
        return new WatchWiring(aws, operations::journal, ecs.deployments());
    }

    /** Where the project's records are kept. */
    public Stores stores() {
        return stores;
    }

    /** Operations that are and were carried out there. */
    public Operations operations() {
        return operations;
    }

    /** What things cost there. */
    public RegionPrices prices() {
        return prices;
    }

    /** The folder of answers that cost money or time to ask for again. */
    public Path cache() {
        return Folders.cache(place.environment());
    }

    /** Who carries out and undoes each kind of step. */
    List<ActionHandler> handlers(List<ActionHandler> ofFunctions) {
        return Stream.of(
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
                .toList();
    }

    /** For each kind of resource that plans speak of, who turns a plan into an operation. */
    List<Applier> appliers() {
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
