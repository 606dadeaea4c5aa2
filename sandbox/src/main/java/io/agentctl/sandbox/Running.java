package io.agentctl.sandbox;

import io.agentctl.sandbox.alarm.AlarmOperations;
import io.agentctl.sandbox.cloudwatch.CloudWatchEmulation;
import io.agentctl.sandbox.cost.CostExplorerEmulation;
import io.agentctl.sandbox.dashboard.DashboardOperations;
import io.agentctl.sandbox.ecs.EcsEmulation;
import io.agentctl.sandbox.fault.Faults;
import io.agentctl.sandbox.function.FunctionProcesses;
import io.agentctl.sandbox.http.Backend;
import io.agentctl.sandbox.identity.StsEmulation;
import io.agentctl.sandbox.lambda.LambdaEmulation;
import io.agentctl.sandbox.logs.LogsEmulation;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import io.agentctl.sandbox.metrics.MetricOperations;
import io.agentctl.sandbox.program.Programs;
import io.agentctl.sandbox.protocol.EmulatedService;
import io.agentctl.sandbox.protocol.ServiceIdentity;
import io.agentctl.sandbox.scaling.ScalingEmulation;
import io.agentctl.sandbox.signals.SignalsEmulation;
import io.agentctl.sandbox.signals.SignalsState;
import io.agentctl.sandbox.sns.SnsEmulation;
import io.agentctl.sandbox.sqs.SqsEmulation;
import io.agentctl.sandbox.sqs.SqsErrors;
import io.agentctl.sandbox.table.InsightReports;
import io.agentctl.sandbox.table.TableEmulation;
import io.agentctl.sandbox.time.SandboxClock;
import io.agentctl.sandbox.time.Simulation;
import io.agentctl.sandbox.world.AlarmSeeds;
import io.agentctl.sandbox.world.LiveWorld;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationsignals.ApplicationSignalsClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Everything that begins anew when a world is loaded.
 *
 * @param world what is simulated
 * @param clock its time
 * @param faults what goes wrong
 * @param ecs the emulation of ECS
 * @param cloudWatch the emulation of CloudWatch
 * @param scaling the emulation of Application Auto Scaling
 * @param lambda the emulation of Lambda
 * @param functions what runs the code of functions
 * @param sqs the emulation of SQS
 * @param sns the emulation of SNS
 * @param signals the emulation of Application Signals
 * @param simulation what happens in the course of time
 * @param backend all of it as the server sees it
 */
record Running(
        World world,
        SandboxClock clock,
        Faults faults,
        EcsEmulation ecs,
        CloudWatchEmulation cloudWatch,
        ScalingEmulation scaling,
        LambdaEmulation lambda,
        FunctionProcesses functions,
        Programs programs,
        SqsEmulation sqs,
        SnsEmulation sns,
        SignalsEmulation signals,
        Simulation simulation,
        Backend backend) {
    private static final ServiceIdentity ECS = ServiceIdentity.rpc("ecs", "AmazonEC2ContainerServiceV20141113", "");
    private static final ServiceIdentity SCALING =
            ServiceIdentity.rpc("application-autoscaling", "AnyScaleFrontendService", "");
    private static final ServiceIdentity CLOUDWATCH = ServiceIdentity.rpc(
                    "monitoring", "GraniteServiceVersion20100801", "http://monitoring.amazonaws.com/doc/2010-08-01/")
            .withErrorShapes(CloudWatchErrors.shapes());
    private static final ServiceIdentity STS =
            ServiceIdentity.rpc("sts", "AWSSecurityTokenServiceV20110615", "https://sts.amazonaws.com/doc/2011-06-15/");

    private static final ServiceIdentity LAMBDA = ServiceIdentity.rest("lambda", LambdaEmulation.routes());

    private static final ServiceIdentity SIGNALS =
            ServiceIdentity.rest("application-signals", SignalsEmulation.routes());

    private static final ServiceIdentity COST_EXPLORER = ServiceIdentity.rpc("ce", "AWSInsightsIndexService", "");

    private static final ServiceIdentity SQS =
            ServiceIdentity.rpc("sqs", "AmazonSQS", "").withErrorShapes(SqsErrors.shapes());

    private static final ServiceIdentity LOGS = ServiceIdentity.rpc("logs", "Logs_20140328", "");

    private static final ServiceIdentity SNS =
            ServiceIdentity.rpc("sns", "AmazonSimpleNotificationService", "http://sns.amazonaws.com/doc/2010-03-31/");

    static Running start(World plain, SandboxOptions options, Supplier<URI> endpoint) {
        SandboxClock clock = new SandboxClock(options.clock());
        World world = plain.withOwnJar(options.functionJar());
        Faults faults = new Faults(world.seed());
        LiveWorld live = LiveWorld.start(world, clock, faults.rollouts(), endpoint);
        SnsEmulation sns = new SnsEmulation(live.sns(), live.sqs());
        MetricOperations metrics = new MetricOperations(live.metrics(), new InsightReports(live.tables()));
        CloudWatchEmulation cloudWatch = cloudWatch(world, live, metrics, sns);
        Supplier<Map<String, String>> common =
                () -> variables(endpoint.get(), live.ecs().arns().region());
        Programs programs = new Programs(world.programs(options.taskProgram()), common);
        LogsEmulation logs =
                new LogsEmulation(live.ecs().simulation(), live.ecs().arns(), metrics);
        EcsEmulation ecs = new EcsEmulation(live.ecs(), programs, logs::line);
        ScalingEmulation scaling = new ScalingEmulation(live.scaling());
        FunctionProcesses functions = new FunctionProcesses(common);
        LambdaEmulation lambda = new LambdaEmulation(live.lambda(), functions, logs::line);
        SqsEmulation sqs = new SqsEmulation(live.sqs());
        CostExplorerEmulation costs =
                new CostExplorerEmulation(lambda, cloudWatch, live.ecs().arns().region());
        SignalsEmulation signals = new SignalsEmulation(
                new SignalsState(live.ecs().simulation(), live.ecs().arns()));
        StsEmulation sts = new StsEmulation(live.ecs().arns());
        Map<String, EmulatedService> services = List.of(
                        EmulatedService.of(ECS, EcsClient.class, ecs),
                        EmulatedService.of(SCALING, ApplicationAutoScalingClient.class, scaling),
                        EmulatedService.of(CLOUDWATCH, CloudWatchClient.class, cloudWatch),
                        EmulatedService.of(LAMBDA, LambdaClient.class, lambda),
                        EmulatedService.of(COST_EXPLORER, CostExplorerClient.class, costs),
                        EmulatedService.of(SQS, SqsClient.class, sqs),
                        EmulatedService.of(SNS, SnsClient.class, sns),
                        EmulatedService.of(SIGNALS, ApplicationSignalsClient.class, signals),
                        EmulatedService.of(LOGS, CloudWatchLogsClient.class, logs),
                        EmulatedService.of(STS, StsClient.class, sts))
                .stream()
                .collect(Collectors.toMap(service -> service.identity().name(), Function.identity()));
        Backend backend = new Backend(
                services,
                new TableEmulation(live.tables()),
                faults,
                clock,
                live.ecs().arns().caller());
        return new Running(
                world,
                clock,
                faults,
                ecs,
                cloudWatch,
                scaling,
                lambda,
                functions,
                programs,
                sqs,
                sns,
                signals,
                live.ecs().simulation(),
                backend);
    }

    private static CloudWatchEmulation cloudWatch(
            World world, LiveWorld live, MetricOperations metrics, SnsEmulation sns) {
        AlarmOperations alarms = new AlarmOperations(live.alarms(), live.metrics(), sns::announce);
        alarms.start();
        AlarmSeeds.put(world, alarms);
        return new CloudWatchEmulation(
                metrics,
                alarms,
                new DashboardOperations(live.ecs().simulation(), live.ecs().arns()));
    }

    /** What Lambda gives every function, and where the sandbox is. */
    private static Map<String, String> variables(URI endpoint, String region) {
        return Map.of(
                "AWS_REGION", region,
                "AWS_DEFAULT_REGION", region,
                "AWS_ACCESS_KEY_ID", "sandbox",
                "AWS_SECRET_ACCESS_KEY", "sandbox",
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "TZ", ":UTC",
                "LANG", "en_US.UTF-8");
    }
}
