package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.ExpectedPages;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.replay.BacktestAlarms;
import io.agentctl.control.alarms.replay.HistoryReader;
import io.agentctl.control.alarms.signals.SignalsWiring;
import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.SetDefinition;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.AlarmPriceTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Puts this package's parts together, for the composition root of a program. */
public final class AlarmsWiring {

    private static final int CALLS_IN_FLIGHT = 8;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String project;
    private final Supplier<Target> here;
    private final Clock clock;
    private final AlarmGateway alarms;
    private final HistoryGateway history;
    private final AwaitDelivery.Queues queues;
    private final Grounds grounds;
    private final SignalsWiring signals;

    /**
     * Prepares them.
     *
     * @param project the name with which its alarms begin
     * @param queues whether queues may be read to see what topics delivered: nobody else reads those of the sandbox
     */
    public AlarmsWiring(
            AwsClients aws,
            MetricsGateway metrics,
            String project,
            Supplier<Target> here,
            Clock clock,
            ReadQueues queues) {
        this.project = project;
        this.here = here;
        this.clock = clock;
        ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);
        this.alarms = new AlarmGateway(aws::cloudWatch, calls);
        this.history = new HistoryGateway(aws::cloudWatch, calls);
        this.queues = switch (queues) {
            case NEVER -> AwaitDelivery.Queues.LEFT_ALONE;
            case TO_SEE_DELIVERY -> new QueueGateway(aws::sns, aws::sqs, calls)::received;
        };
        this.signals = new SignalsWiring(aws, project);
        this.grounds = new Grounds(metrics, new TopicGateway(aws::sns, calls)::exists, clock);
    }

    /** Whether queues are read. */
    public enum ReadQueues {
        /** They are other people's. */
        NEVER,
        /** When an alarm is tried. */
        TO_SEE_DELIVERY
    }

    /** The use case that plans alarms. */
    public PlanAlarms planning(ExpectedPages pages, Supplier<AlarmPriceTable> prices) {
        return new PlanAlarms(
                project,
                here,
                new AlarmObserver(alarms),
                signals.planning(),
                new Examination(grounds),
                pages,
                prices,
                clock);
    }

    /** The use case that tries alarms on what was measured. */
    public BacktestAlarms backtesting(HistoryReader measured) {
        return new BacktestAlarms(project, here, existing(), measured, clock);
    }

    /** The use case that lists them. */
    public ListAlarms listing() {
        return new ListAlarms(new AlarmObserver(alarms), project, clock);
    }

    /** What all alarms of the account and region cost, by whose they are. */
    public List<AlarmSpend> spending(AlarmPriceTable prices) {
        return AlarmSpend.of(alarms.beginning(""), prices);
    }

    /** The names of the project's alarms. */
    public List<String> names() {
        return alarms.beginning(project).stream().map(ObservedAlarm::name).toList();
    }

    /** The definitions of all that the account has. */
    Supplier<List<AlarmDefinition>> existing() {
        return new ExistingAlarms(alarms);
    }

    /** The use case that shows what they did. */
    public ShowHistory history() {
        return new ShowHistory(history, project, clock);
    }

    /** The use case that plans mutes and their ends. */
    public PlanMute muting() {
        return new PlanMute(new AlarmChoice(alarms, project), here, clock, project);
    }

    /** The use case that tries one. */
    public TestAlarm testing(Supplier<OperationRunner> runner) {
        return new TestAlarm(alarms, here, runner, clock);
    }

    /** Turn plans of alarms, and of objectives that Application Signals keeps, into operations. */
    public List<Applier> appliers() {
        return List.of(new AlarmApplier(alarms), signals.applier());
    }

    /** Carries out this package's actions. */
    public List<ActionHandler> handlers() {
        return List.of(
                new SetDefinition<>(AlarmTexts.SET, new AlarmTexts(alarms)),
                new SetState(alarms),
                new AwaitDelivery(history, queues, clock, POLL),
                signals.handler());
    }
}
