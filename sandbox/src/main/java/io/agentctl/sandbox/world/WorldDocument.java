package io.agentctl.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.sandbox.ecs.RolloutTiming;
import io.agentctl.sandbox.lambda.LambdaSettings;
import io.agentctl.sandbox.table.TableSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A world as it is written down; {@code docs/sandbox-worlds.md} explains every key.
 *
 * @param seed decides all that is random
 * @param region the region that ARNs name
 * @param account twelve digits
 * @param history how much past there is
 * @param rollout how long rollouts take
 * @param tables the DynamoDB tables
 * @param dynamodb how DynamoDB behaves besides
 * @param clusters the clusters with their services
 * @param taskDefinitions of no service, as RegisterTaskDefinition has them
 * @param programs what containers of an image run in standalone tasks, by its name
 * @param lambdaConcurrency how many Lambda invocations can run at once
 * @param lambda how Lambda behaves besides
 * @param functions the Lambda functions
 * @param queues the SQS queues
 * @param topics the SNS topics
 * @param alarms what CloudWatch is to begin with, as PutMetricAlarm or PutCompositeAlarm have it
 * @param metrics metrics that the simulated system publishes itself
 * @param fleet generated services besides; null for none
 */
record WorldDocument(
        Long seed,
        String region,
        String account,
        Duration history,
        RolloutDocument rollout,
        List<TableDocument> tables,
        TablesDocument dynamodb,
        List<ClusterDocument> clusters,
        List<JsonNode> taskDefinitions,
        Map<String, List<String>> programs,
        Integer lambdaConcurrency,
        LambdaDocument lambda,
        List<FunctionDocument> functions,
        List<QueueDocument> queues,
        List<TopicDocument> topics,
        List<JsonNode> alarms,
        List<MetricDocument> metrics,
        FleetDocument fleet) {
    private static final Duration DEFAULT_HISTORY = Duration.ofDays(14);
    private static final Duration LONGEST_HISTORY = Duration.ofDays(455);

    /** Fills in defaults and validates. */
    WorldDocument {
        seed = seed == null ? 1L : seed;
        region = region == null ? "us-east-1" : region;
        account = account == null ? "111122223333" : account;
        history = history == null ? DEFAULT_HISTORY : history;
        rollout = rollout == null ? new RolloutDocument(null, null, null, null, null, null) : rollout;
        tables = tables == null ? List.of() : List.copyOf(tables);
        dynamodb = dynamodb == null ? new TablesDocument(null, null, null) : dynamodb;
        clusters = clusters == null ? List.of() : List.copyOf(clusters);
        taskDefinitions = taskDefinitions == null ? List.of() : List.copyOf(taskDefinitions);
        programs = programs == null ? Map.of() : Map.copyOf(programs);
        lambdaConcurrency = lambdaConcurrency == null ? LambdaSettings.USUAL_CONCURRENCY : lambdaConcurrency;
        lambda = lambda == null ? new LambdaDocument(null, null, null, null) : lambda;
        functions = functions == null ? List.of() : List.copyOf(functions);
        queues = queues == null ? List.of() : List.copyOf(queues);
        topics = topics == null ? List.of() : List.copyOf(topics);
        alarms = alarms == null ? List.of() : List.copyOf(alarms);
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
        requireQueues(topics, queues);
        programs.forEach((image, words) -> {
            if (words == null || words.isEmpty()) {
                throw new IllegalArgumentException("programs: " + image + " needs a command, a list of its words");
            }
        });
        if (lambdaConcurrency < 1) {
            throw new IllegalArgumentException("lambdaConcurrency must be at least 1");
        }
        if (history.isNegative() || history.isZero() || history.compareTo(LONGEST_HISTORY) > 0) {
            throw new IllegalArgumentException("history must be above 0 and at most 455d");
        }
    }

    private static void requireQueues(List<TopicDocument> topics, List<QueueDocument> queues) {
        List<String> known = queues.stream().map(QueueDocument::name).toList();
        for (TopicDocument topic : topics) {
            topic.queues().stream()
                    .filter(queue -> !known.contains(queue))
                    .findFirst()
                    .ifPresent(lost -> {
                        throw new IllegalArgumentException(
                                "topic " + topic.name() + " delivers to " + lost + ", and there is no such queue");
                    });
        }
    }

    LambdaSettings lambdaSettings() {
        return lambda.settings(lambdaConcurrency);
    }

    /**
     * How Lambda behaves; {@link LambdaSettings} says what the figures mean.
     *
     * @param updating how long updates are in progress
     * @param provisioning how long provisioned concurrency takes
     * @param requestRate control-plane requests a second
     * @param timeScale how much real time invocations take
     */
    record LambdaDocument(Duration updating, Duration provisioning, Integer requestRate, Double timeScale) {
        LambdaDocument {
            settings(updating, provisioning, requestRate, timeScale, LambdaSettings.USUAL_CONCURRENCY);
        }

        LambdaSettings settings(int concurrency) {
            return settings(updating, provisioning, requestRate, timeScale, concurrency);
        }

        private static LambdaSettings settings(
                Duration updating, Duration provisioning, Integer requestRate, Double timeScale, int concurrency) {
            LambdaSettings usual = LambdaSettings.usual();
            return new LambdaSettings(
                    concurrency,
                    updating == null ? usual.updating() : updating,
                    provisioning == null ? usual.provisioning() : provisioning,
                    requestRate == null ? usual.requestRate() : requestRate,
                    timeScale == null ? usual.timeScale() : timeScale);
        }
    }

    /**
     * How the control plane of tables behaves; {@link TableSettings} says what the figures mean.
     *
     * @param updating how long updates are in progress
     * @param creating how long tables are created and deleted
     * @param scalingLostOnSwitch whether scalable targets do not survive a switch to on-demand
     */
    record TablesDocument(Duration updating, Duration creating, Boolean scalingLostOnSwitch) {
        TableSettings settings() {
            TableSettings usual = TableSettings.usual();
            return new TableSettings(
                    updating == null ? usual.updating() : updating,
                    creating == null ? usual.creating() : creating,
                    scalingLostOnSwitch == null ? usual.scalingLostOnSwitch() : scalingLostOnSwitch);
        }
    }

    /** How long the stages of a rollout take; what is left out takes what makes it watchable. */
    record RolloutDocument(
            Duration accepted,
            Duration provisioning,
            Duration pending,
            Duration health,
            Duration draining,
            Duration retry) {
        RolloutTiming timing() {
            RolloutTiming usual = RolloutTiming.watchable();
            return new RolloutTiming(
                    accepted == null ? usual.accepted() : accepted,
                    provisioning == null ? usual.provisioning() : provisioning,
                    pending == null ? usual.pending() : pending,
                    health == null ? usual.health() : health,
                    draining == null ? usual.draining() : draining,
                    retry == null ? usual.retry() : retry);
        }
    }

    /**
     * A cluster.
     *
     * @param name its name
     * @param services its services
     */
    record ClusterDocument(String name, List<ServiceDocument> services) {
        ClusterDocument {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("a cluster needs a name");
            }
            services = services == null ? List.of() : List.copyOf(services);
        }
    }

    /**
     * Generated services, differing in size, count, rhythm and how well they are sized.
     *
     * @param count how many
     * @param cluster the cluster's name
     * @param prefix what their names begin with
     */
    record FleetDocument(Integer count, String cluster, String prefix) {
        private static final int MOST = 5000;

        FleetDocument {
            cluster = cluster == null ? "fleet" : cluster;
            prefix = prefix == null ? "service" : prefix;
            if (count == null || count < 1 || count > MOST) {
                throw new IllegalArgumentException("a fleet's count must be within 1..5000");
            }
        }
    }
}
