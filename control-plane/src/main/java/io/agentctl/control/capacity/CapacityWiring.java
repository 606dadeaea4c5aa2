package io.agentctl.control.capacity;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.scaling.ScalingGateway;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts this package's parts together, for the composition root of a program. Touches no AWS client until one is used.
 */
public final class CapacityWiring {

    /** DynamoDB's control plane takes 500 changes at once, and throttles who describes all tables in one breath. */
    private static final int IN_FLIGHT = 8;

    private static final int INSIGHTS_IN_FLIGHT = 2;

    private final Supplier<Target> here;
    private final Supplier<Journal> journal;
    private final Clock clock;
    private final TablesGateway tables;
    private final AccountCapacity account;
    private final TableObserver observer;
    private final UsageReader usage;
    private final TableOperations operations;
    private final InsightsGateway insights;
    private final List<ActionHandler> handlers;

    /**
     * Wires the package.
     *
     * @param here the account and region
     * @param journal the ledger of switches
     */
    public CapacityWiring(
            AwsClients aws,
            ScalingGateway scaling,
            MetricsGateway metrics,
            Supplier<Target> here,
            Supplier<Journal> journal,
            Clock clock,
            TablePace pace) {
        this.here = here;
        this.journal = journal;
        this.clock = clock;
        this.tables = new TablesGateway(aws::dynamoDb, new ApiCalls(IN_FLIGHT));
        this.account = new AccountCapacity(tables, clock);
        this.observer = new TableObserver(tables, scaling);
        this.usage = new UsageReader(metrics);
        this.operations = new TableOperations(metrics);
        this.insights = new InsightsGateway(aws::dynamoDb, aws::cloudWatch, new ApiCalls(INSIGHTS_IN_FLIGHT));
        TableSettling settling = new TableSettling(tables, clock, pace);
        this.handlers = List.of(
                new SwitchMode(tables, settling, clock),
                new AwaitActive(settling),
                new PutScaling(scaling, settling),
                new PutThroughput(tables, settling),
                new VerifyTable(observer, settling));
    }

    /** The names of all tables. */
    public List<String> names() {
        return tables.names().stream().map(TableName::value).toList();
    }

    /** The use case that lists tables. */
    public ListTables listing(Supplier<TablePriceTable> prices) {
        return new ListTables(observer, usage, prices, clock);
    }

    /** The use case that shows how a table was used. */
    public ShowUsage showing() {
        return new ShowUsage(observer, usage, clock);
    }

    /** The use case that shows which share of what is provided was in use. */
    public ShowUtilization utilization() {
        return new ShowUtilization(tables, usage, clock);
    }

    /** The use case that finds what is provided for by itself. */
    public FindMeters meters() {
        return new FindMeters(tables);
    }

    /** The use case that advises a mode. */
    public AdviseCapacity advising(Supplier<TablePriceTable> prices) {
        return new AdviseCapacity(studies(prices));
    }

    /** The use case that plans a switch. */
    public PlanSwitch switching(Supplier<TablePriceTable> prices) {
        return new PlanSwitch(studies(prices));
    }

    /** The use case that plans scaling. */
    public PlanAutoscale autoscaling(Supplier<TablePriceTable> prices) {
        return new PlanAutoscale(studies(prices));
    }

    /** The use case that audits a table. */
    public AuditTable auditing() {
        return new AuditTable(tables, usage, operations, insights, clock);
    }

    /** Turns plans for tables into operations. */
    public Applier applier() {
        return new TableApplier(observer, account, journal, clock);
    }

    /** Carries out this package's actions. */
    public List<ActionHandler> handlers() {
        return handlers;
    }

    private TableStudies studies(Supplier<TablePriceTable> prices) {
        return new TableStudies(here, observer, account, usage, journal, prices, clock);
    }
}
