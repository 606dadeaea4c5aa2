package io.agentctl.sandbox;

import io.agentctl.sandbox.dynamodb.DynamoDb;
import io.agentctl.sandbox.ecs.EcsEmulation;
import io.agentctl.sandbox.fault.Faults;
import io.agentctl.sandbox.http.Backend;
import io.agentctl.sandbox.identity.StsEmulation;
import io.agentctl.sandbox.lambda.LambdaEmulation;
import io.agentctl.sandbox.metrics.CloudWatchEmulation;
import io.agentctl.sandbox.protocol.EmulatedService;
import io.agentctl.sandbox.protocol.ServiceIdentity;
import io.agentctl.sandbox.scaling.ScalingEmulation;
import io.agentctl.sandbox.sqs.SqsEmulation;
import io.agentctl.sandbox.sqs.SqsErrors;
import io.agentctl.sandbox.time.SandboxClock;
import io.agentctl.sandbox.world.LiveWorld;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
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
 * @param sqs the emulation of SQS
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
        SqsEmulation sqs,
        Backend backend) {
    private static final ServiceIdentity ECS = ServiceIdentity.rpc("ecs", "AmazonEC2ContainerServiceV20141113", "");
    private static final ServiceIdentity SCALING =
            ServiceIdentity.rpc("application-autoscaling", "AnyScaleFrontendService", "");
    private static final ServiceIdentity CLOUDWATCH = ServiceIdentity.rpc(
            "monitoring", "GraniteServiceVersion20100801", "http://monitoring.amazonaws.com/doc/2010-08-01/");
    private static final ServiceIdentity STS =
            ServiceIdentity.rpc("sts", "AWSSecurityTokenServiceV20110615", "https://sts.amazonaws.com/doc/2011-06-15/");

    private static final ServiceIdentity LAMBDA = ServiceIdentity.rest("lambda", LambdaEmulation.routes());

    private static final ServiceIdentity SQS =
            ServiceIdentity.rpc("sqs", "AmazonSQS", "").withErrorShapes(SqsErrors.shapes());

    static Running start(World world, InstantSource base, Supplier<URI> endpoint) {
        SandboxClock clock = new SandboxClock(base);
        Faults faults = new Faults(world.seed());
        LiveWorld live = LiveWorld.start(world, clock, faults.rollouts(), endpoint);
        EcsEmulation ecs = new EcsEmulation(live.ecs());
        CloudWatchEmulation cloudWatch = new CloudWatchEmulation(live.metrics());
        ScalingEmulation scaling = new ScalingEmulation(live.scaling());
        LambdaEmulation lambda = new LambdaEmulation(live.lambda());
        SqsEmulation sqs = new SqsEmulation(live.sqs());
        StsEmulation sts = new StsEmulation(live.ecs().arns());
        Map<String, EmulatedService> services = List.of(
                        EmulatedService.of(ECS, EcsClient.class, ecs),
                        EmulatedService.of(SCALING, ApplicationAutoScalingClient.class, scaling),
                        EmulatedService.of(CLOUDWATCH, CloudWatchClient.class, cloudWatch),
                        EmulatedService.of(LAMBDA, LambdaClient.class, lambda),
                        EmulatedService.of(SQS, SqsClient.class, sqs),
                        EmulatedService.of(STS, StsClient.class, sts))
                .stream()
                .collect(Collectors.toMap(service -> service.identity().name(), Function.identity()));
        Backend backend = new Backend(
                services,
                new DynamoDb(live.tables()),
                faults,
                clock,
                live.ecs().arns().caller());
        return new Running(world, clock, faults, ecs, cloudWatch, scaling, lambda, sqs, backend);
    }
}
