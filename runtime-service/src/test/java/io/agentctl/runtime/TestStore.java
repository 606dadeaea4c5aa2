package io.agentctl.runtime;

import io.agentctl.policies.document.CanonicalForm;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyTable;
import io.agentctl.policies.store.PublishRequest;
import io.agentctl.policies.store.VersionRef;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An operator's hand on a policy table on loopback. */
final class TestStore implements AutoCloseable {

    static final String TABLE = "acme-governance-policies";
    static final String ENVIRONMENT = "production";
    static final PolicyId POLICY = new PolicyId("token-cap");

    private final DynamoDbClient client;
    private final PolicyStore store;

    private TestStore(DynamoDbClient client) {
        this.client = client;
        this.store = new PolicyStore(client, TABLE, InstantSource.system());
    }

    /** Makes the table. */
    static TestStore create(URI endpoint) {
        // The runtimes find credentials where the SDK looks for them first.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        new PolicyTable(client, TABLE).create();
        return new TestStore(client);
    }

    PolicyStore store() {
        return store;
    }

    VersionRef publish(String text) {
        return store.publish(new PublishRequest(
                        POLICY, "platform", text, digest(text), Optional.empty(), "alice", "because", Optional.empty()))
                .version()
                .ref();
    }

    PolicyHead activate(VersionRef version) {
        return change(new HeadChange.Activate(POLICY, version));
    }

    PolicyHead attempt(Candidate candidate) {
        return change(new HeadChange.Try(candidate));
    }

    private PolicyHead change(HeadChange change) {
        PolicyHead head = store.head(ENVIRONMENT);
        return store.update(HeadUpdate.of(head, List.of(change), "alice", "because"));
    }

    /** What is tried is tried no more. */
    void dropCandidate() {
        if (store.head(ENVIRONMENT).candidate().isPresent()) {
            change(new HeadChange.Drop());
        }
    }

    private static String digest(String text) {
        return CanonicalForm.digest(
                PolicyReader.read("policy.yaml", text).document().orElseThrow());
    }

    @Override
    public void close() {
        client.close();
    }
}
