package io.agentctl.runtime.bench;

import io.agentctl.policies.document.CanonicalForm;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyTable;
import io.agentctl.policies.store.PublishRequest;
import io.agentctl.policies.store.VersionRef;
import io.agentctl.runtime.NamedFiles;
import io.agentctl.runtime.RuntimeService;
import io.agentctl.runtime.configuration.ConfigurationReader;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * From an activation to the last of four runtimes that enforces it, on one DynamoDB Local. Argument: how often. Prints
 * milliseconds and the reads that it cost.
 */
public final class PropagationBench {

    private static final int RUNTIMES = 4;
    private static final String TABLE = "acme-governance-policies";
    private static final String ENVIRONMENT = "production";
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");
    private static final Duration IDLE = Duration.ofSeconds(20);

    private PropagationBench() {}

    /** Measures. */
    public static void main(String[] arguments) throws InterruptedException {
        int times = Integer.parseInt(arguments[0]);
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (Sandbox sandbox = Sandbox.start(World.defaultWorld(1));
                DynamoDbClient client = DynamoDbClient.builder()
                        .endpointOverride(sandbox.endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .httpClientBuilder(ApacheHttpClient.builder())
                        .build()) {
            new PolicyTable(client, TABLE).create();
            PolicyStore store = new PolicyStore(client, TABLE, InstantSource.system());
            List<VersionRef> versions = List.of(publish(store, 1), publish(store, 2));
            List<RuntimeService> runtimes = new ArrayList<>();
            for (int index = 0; index < RUNTIMES; index++) {
                runtimes.add(start(sandbox));
            }
            measure(sandbox, store, versions, runtimes, times, out);
            runtimes.forEach(RuntimeService::close);
        }
    }

    private static void measure(
            Sandbox sandbox,
            PolicyStore store,
            List<VersionRef> versions,
            List<RuntimeService> runtimes,
            int times,
            PrintStream out)
            throws InterruptedException {
        double[] millis = new double[times];
        long reads = reads(sandbox);
        long began = System.nanoTime();
        for (int round = 0; round < times; round++) {
            PolicyDocument document = document(1);
            PolicyHead head = store.head(ENVIRONMENT);
            HeadChange change = new HeadChange.Activate(document.id(), versions.get(round % versions.size()));
            long start = System.nanoTime();
            long generation = store.update(HeadUpdate.of(head, List.of(change), "bench", "measure"))
                    .generation();
            while (runtimes.stream().anyMatch(one -> one.policies().generation() < generation)) {
                Thread.sleep(1);
            }
            millis[round] = (System.nanoTime() - start) / 1e6;
            // So that an activation does not always find the watchers at the same point of their turn.
            Thread.sleep(37L * round % 500);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(millis);
        out.printf(
                "%d activations: median %.0f ms, p95 %.0f ms, worst %.0f ms%n",
                times, millis[times / 2], millis[times * 95 / 100], millis[times - 1]);
        out.printf(
                "%.2f reads a second by each runtime, in %.0f s with an activation every %.1f s%n",
                (reads(sandbox) - reads) / seconds / RUNTIMES, seconds, seconds / times);
        long idle = reads(sandbox);
        Thread.sleep(IDLE);
        out.printf(
                "%.2f reads a second by each runtime while nothing is activated%n",
                (reads(sandbox) - idle) / (double) IDLE.toSeconds() / RUNTIMES);
    }

    /** What the runtimes read and what the activations do. */
    private static long reads(Sandbox sandbox) {
        return sandbox.calls().all().stream()
                .filter(call -> READS.contains(call.operation()))
                .count();
    }

    private static PolicyDocument document(int cap) {
        return PolicyReader.read("policy.yaml", text(cap)).document().orElseThrow();
    }

    private static String text(int cap) {
        return BenchPolicies.document(0).replace("8000", Integer.toString(8000 + cap));
    }

    private static VersionRef publish(PolicyStore store, int cap) {
        PolicyDocument document = document(cap);
        return store.publish(new PublishRequest(
                        document.id(),
                        document.owner(),
                        text(cap),
                        CanonicalForm.digest(document),
                        Optional.empty(),
                        "bench",
                        "",
                        Optional.empty()))
                .version()
                .ref();
    }

    private static RuntimeService start(Sandbox sandbox) {
        String configuration =
                """
                project: acme
                environment: production
                server: {port: 0, notice: 0ms}
                aws: {region: eu-central-1, endpoint: "%s"}
                """
                        .formatted(sandbox.endpoint());
        return RuntimeService.start(
                ConfigurationReader.read("bench", configuration), NamedFiles.NONE, OutputStream.nullOutputStream());
    }
}
