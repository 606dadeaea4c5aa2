package io.agentctl.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.sandbox.alarm.AlarmBook;
import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.EcsState;
import io.agentctl.sandbox.ecs.RolloutFaults;
import io.agentctl.sandbox.ecs.ServiceSeed;
import io.agentctl.sandbox.lambda.FunctionMetrics;
import io.agentctl.sandbox.lambda.LambdaState;
import io.agentctl.sandbox.metrics.MetricCatalog;
import io.agentctl.sandbox.scaling.ScalingState;
import io.agentctl.sandbox.sns.SnsState;
import io.agentctl.sandbox.sqs.SqsState;
import io.agentctl.sandbox.table.TableMetrics;
import io.agentctl.sandbox.table.TableState;
import io.agentctl.sandbox.time.SandboxClock;
import io.agentctl.sandbox.time.Simulation;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A world that runs.
 *
 * @param ecs clusters, services, tasks
 * @param scaling scalable targets
 * @param metrics every metric
 * @param lambda functions
 * @param sqs queues
 * @param tables tables
 * @param alarms alarms
 * @param sns topics
 */
public record LiveWorld(
        EcsState ecs,
        ScalingState scaling,
        MetricCatalog metrics,
        LambdaState lambda,
        SqsState sqs,
        TableState tables,
        AlarmBook alarms,
        SnsState sns) {
    private static final long SECONDS_PER_MINUTE = 60;

    /**
     * Brings a world to life at the clock's present time.
     *
     * @param world what to simulate
     * @param clock the time
     * @param faults deployments that are to fail
     * @param endpoint where the sandbox is found, for the URLs of queues and of code
     * @throws WorldFormatException when a trace or task definition cannot be used
     */
    public static LiveWorld start(World world, SandboxClock clock, RolloutFaults faults, Supplier<URI> endpoint) {
        WorldDocument document = world.document();
        Arns arns = new Arns(document.region(), document.account());
        Simulation simulation = new Simulation(clock);
        EcsState ecs = new EcsState(simulation, arns, document.rollout().timing(), faults, world.seed());
        TableState tables = tables(world, simulation, arns);
        ScalingState scaling = new ScalingState(ecs, tables);
        ServiceSeeds seeds =
                new ServiceSeeds(arns, world.directory(), simulation.instant(), document.history(), world.seed());
        for (WorldDocument.ClusterDocument cluster : document.clusters()) {
            ecs.seedCluster(cluster.name());
            cluster.services().forEach(service -> add(ecs, scaling, seeds, cluster.name(), service));
        }
        document.taskDefinitions().forEach(definition -> register(ecs, definition));
        if (document.fleet() != null) {
            String cluster = document.fleet().cluster();
            new FleetGenerator(world.seed())
                    .generate(document.fleet())
                    .forEach(service -> add(ecs, scaling, seeds, cluster, service));
        }
        Instant since = simulation.instant().minus(document.history());
        document.tables().forEach(table -> table.scale(scaling, since));
        scaling.replayTables(since);
        new Heartbeat(ecs, scaling).start();
        LambdaState lambda = functions(world, simulation, arns, endpoint);
        return new LiveWorld(
                ecs,
                scaling,
                metrics(
                        world,
                        simulation,
                        new MetricCatalog(ecs, new FunctionMetrics(lambda), new TableMetrics(tables))),
                lambda,
                queues(world, simulation, arns, endpoint),
                tables,
                new AlarmBook(simulation, arns),
                topics(world, simulation, arns, endpoint));
    }

    private static MetricCatalog metrics(World world, Simulation simulation, MetricCatalog catalog) {
        long start = simulation.instant().getEpochSecond() / SECONDS_PER_MINUTE;
        long origin = start - world.document().history().toMinutes();
        for (MetricDocument metric : world.document().metrics()) {
            catalog.seed(metric.toMetric(), metric.unit(), metric.toModel(origin, start, world.seed()));
        }
        return catalog;
    }

    private static TableState tables(World world, Simulation simulation, Arns arns) {
        WorldDocument document = world.document();
        TableState tables = new TableState(simulation, arns, document.dynamodb().settings());
        Instant since = simulation.instant().minus(document.history());
        TablePast past = new TablePast(
                world.directory(),
                since.getEpochSecond() / SECONDS_PER_MINUTE,
                simulation.instant().getEpochSecond() / SECONDS_PER_MINUTE);
        for (TableDocument table : document.tables()) {
            try {
                tables.seed(table.toSeed(past, world.seed()), since);
            } catch (IllegalArgumentException e) {
                throw new WorldFormatException("tables: " + e.getMessage());
            }
        }
        return tables;
    }

    private static SqsState queues(World world, Simulation simulation, Arns arns, Supplier<URI> endpoint) {
        SqsState sqs = new SqsState(simulation, arns, endpoint, world.seed());
        for (QueueDocument queue : world.document().queues()) {
            try {
                sqs.seed(queue.name(), queue.attributes());
            } catch (software.amazon.awssdk.services.sqs.model.SqsException e) {
                throw new WorldFormatException(
                        "queue " + queue.name() + ": " + e.awsErrorDetails().errorMessage());
            }
        }
        return sqs;
    }

    private static SnsState topics(World world, Simulation simulation, Arns arns, Supplier<URI> endpoint) {
        SnsState sns = new SnsState(simulation, arns, endpoint, world.seed());
        world.document().topics().forEach(topic -> sns.seed(topic.name(), topic.queues()));
        return sns;
    }

    private static LambdaState functions(World world, Simulation simulation, Arns arns, Supplier<URI> endpoint) {
        WorldDocument document = world.document();
        LambdaState lambda = new LambdaState(simulation, arns, document.lambdaSettings(), endpoint, world.seed());
        FunctionSeeds seeds = new FunctionSeeds(
                arns, world.directory(), simulation.instant().minus(document.history()), world.seed(), world.ownJar());
        document.functions().forEach(function -> lambda.seed(seeds.seed(function)));
        return lambda;
    }

    private static void register(EcsState ecs, JsonNode definition) {
        try {
            ecs.seed(TaskDefinitions.read(definition, "taskDefinitions"));
        } catch (software.amazon.awssdk.services.ecs.model.EcsException e) {
            throw new WorldFormatException(
                    "taskDefinitions: " + e.awsErrorDetails().errorMessage());
        }
    }

    private static void add(
            EcsState ecs, ScalingState scaling, ServiceSeeds seeds, String cluster, ServiceDocument service) {
        ServiceSeed seed = seeds.seed(cluster, service);
        try {
            ecs.seed(seed);
        } catch (software.amazon.awssdk.services.ecs.model.EcsException e) {
            throw new WorldFormatException(
                    "service " + service.name() + ": " + e.awsErrorDetails().errorMessage());
        }
        if (service.scaling() != null) {
            scaling.seed(
                    "service/" + cluster + "/" + service.name(),
                    new ScalingState.Bounds(
                            service.scaling().min(), service.scaling().max()),
                    ServiceSeeds.targets(service),
                    seed.eras().getFirst().since());
        }
    }
}
