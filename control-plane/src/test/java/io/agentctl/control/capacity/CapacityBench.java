package io.agentctl.control.capacity;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.pricing.TablePriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.scaling.ScalingGateway;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Everything that a change of a table takes, put together against an endpoint, with a journal in a folder. */
final class CapacityBench implements AutoCloseable {

    static final TableName ORDERS = new TableName("orders");
    static final TableName CARTS = new TableName("carts");

    final AwsClients aws;
    final CallerIdentity here;
    final CapacityWiring capacity;
    final ScalingGateway scaling;
    final Journal journal;
    final OperationRunner runner;
    private final TableObserver observer;

    CapacityBench(URI endpoint, Path journalFolder) {
        this(endpoint, journalFolder, List.of(), UnaryOperator.identity());
    }

    CapacityBench(
            URI endpoint, Path journalFolder, List<ExecutionInterceptor> watching, UnaryOperator<Journal> around) {
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), watching);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        this.journal = around.apply(new FileJournal(journalFolder));
        this.scaling = new ScalingGateway(aws::scaling, new ApiCalls(3));
        this.observer = new TableObserver(new TablesGateway(aws::dynamoDb, new ApiCalls(3)), scaling);
        this.capacity = new CapacityWiring(
                aws,
                scaling,
                new MetricsGateway(aws::cloudWatch, new ApiCalls(2)),
                here,
                () -> journal,
                Clock.systemUTC(),
                new TablePace(Duration.ofMillis(10), Duration.ofSeconds(30)));
        this.runner = new OperationRunner(
                journal,
                capacity.handlers(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    PlanSwitch.Result planSwitch(TableName table, Mode to) {
        return planSwitch(table, to, new ProvisionedWish.Cheapest());
    }

    PlanSwitch.Result planSwitch(TableName table, Mode to, ProvisionedWish wish) {
        return capacity.switching(() -> TablePriceTables.shipped().forRegion("us-east-1"))
                .run(new PlanSwitch.Request(table, to, wish, Duration.ofHours(3)), ProgressListener.SILENT);
    }

    Plan planAutoscale(TableName table, Optional<ScalingWish> wish) {
        return capacity.autoscaling(() -> TablePriceTables.shipped().forRegion("us-east-1"))
                .run(
                        new PlanAutoscale.Request(
                                table, List.of(), List.of(Direction.values()), wish, Duration.ofHours(3)),
                        ProgressListener.SILENT);
    }

    static ScalingWish wish(int target, int min, int max) {
        return new ScalingWish(OptionalInt.of(target), OptionalInt.of(min), OptionalInt.of(max));
    }

    ApplyPlan.Result apply(Plan plan) {
        return new ApplyPlan(here, List.of(capacity.applier()), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), ProgressListener.SILENT);
    }

    ObservedTable table(TableName name) {
        return observer.observe(name);
    }

    /** Waits until a table takes changes again. */
    void settled(TableName name) {
        while (!table(name).settled()) {
            Thread.onSpinWait();
        }
    }

    /** A provisioned table with an index whose reads and writes scale, and an on-demand one. */
    void createTables() {
        create(ORDERS, new Throughput(20, 10));
        create(CARTS, Throughput.NONE);
        Map.of(
                        new Meter("", Direction.READS),
                        SomeTable.scaling(5, 100, 70),
                        new Meter("", Direction.WRITES),
                        SomeTable.scaling(5, 50, 60))
                .forEach((meter, wanted) -> {
                    scaling.register(meter.of(ORDERS), wanted.bounds());
                    scaling.put(meter.of(ORDERS), wanted.tracking());
                });
    }

    private void create(TableName name, Throughput throughput) {
        boolean onDemand = throughput.equals(Throughput.NONE);
        ProvisionedThroughput provisioned = onDemand
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits((long) throughput.reads())
                        .writeCapacityUnits((long) throughput.writes())
                        .build();
        aws.dynamoDb()
                .createTable(CreateTableRequest.builder()
                        .tableName(name.value())
                        .billingMode(onDemand ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED)
                        .provisionedThroughput(provisioned)
                        .attributeDefinitions(attribute("pk"), attribute("owner"))
                        .keySchema(key("pk"))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName("by-owner")
                                .keySchema(key("owner"))
                                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                                .provisionedThroughput(provisioned)
                                .build())
                        .build());
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    @Override
    public void close() {
        aws.close();
    }
}
