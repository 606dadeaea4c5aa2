package io.agentctl.control.aws;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.ecs.EcsClient;

/**
 * Makes the first call of each kind to nowhere, on a thread of its own, while the command line is still being read. The
 * first call of a process costs the AWS SDK 200 ms of setting itself up, wherever it goes; a second core has nothing
 * else to do then. See docs/decisions/0004-start-up.md.
 */
public final class Rehearsal {

    private static final AwsSettings SETTINGS = AwsSettings.sandbox(URI.create("http://nowhere.invalid"), "us-east-1")
            .withAttempts(1);

    private static final String DESCRIBED =
            """
            {"services": [{"serviceName": "a", "desiredCount": 1, "deployments": [{"id": "a", "createdAt": 1}]}]}""";

    private static final String MEASURED =
            """
            <GetMetricDataResponse><GetMetricDataResult><MetricDataResults><member><Id>m0</Id>
            <Timestamps><member>2026-01-01T00:00:00Z</member></Timestamps><Values><member>1.0</member></Values>
            </member></MetricDataResults></GetMetricDataResult></GetMetricDataResponse>""";

    private final Lazy<Supplier<Boolean>> ecs = new Lazy<>(() -> Parallel.begin(() -> ended(Rehearsal::describe)));
    private boolean unwanted;

    /** Begins, unless it has begun or is not wanted. */
    public void begin() {
        if (!unwanted && !ecs.made()) {
            Parallel.begin(() -> ended(Rehearsal::findAlgorithms));
            ecs.get();
        }
    }

    /** From now on, {@link #begin} does nothing: no call will be made. */
    public void forgo() {
        unwanted = true;
    }

    /**
     * Waits until it is over, if it has begun: two threads that set up the SDK at once wait for each other anyway.
     *
     * @return false if it failed, which need not concern who makes the real call
     */
    public boolean await() {
        return !ecs.made() || ecs.get().get();
    }

    /** What fails here fails again in the call that counts, and is reported there. */
    private static boolean ended(Runnable calls) {
        try {
            calls.run();
            return true;
        } catch (RuntimeException ignored) {
            return false;
        }
    }

    /** What requests are signed with. To find it takes as long as all else of a first call. */
    private static void findAlgorithms() {
        try {
            MessageDigest.getInstance("SHA-256");
            Mac.getInstance("HmacSHA256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has these", impossible);
        }
    }

    private static void describe() {
        AwsClients clients = new AwsClients(SETTINGS, List.of(), ignored -> new Nowhere(DESCRIBED));
        EcsClient ecs = clients.ecs();
        Parallel.begin(() -> ended(Rehearsal::measure));
        ecs.describeServices(request -> request.cluster("a").services("a"));
    }

    private static void measure() {
        AwsClients clients = new AwsClients(SETTINGS, List.of(), ignored -> new Nowhere(MEASURED));
        MetricDataQuery query = MetricDataQuery.builder()
                .id("m0")
                .metricStat(statistic -> statistic
                        .metric(metric -> metric.namespace("a")
                                .metricName("a")
                                .dimensions(
                                        Dimension.builder().name("a").value("a").build()))
                        .period(60)
                        .stat("Average"))
                .build();
        clients.cloudWatch()
                .getMetricData(request ->
                        request.startTime(Instant.EPOCH).endTime(Instant.EPOCH).metricDataQueries(query));
    }
}
