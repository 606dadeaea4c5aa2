package io.agentctl.policies.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PolicyVersionsIT {

    private static final String TABLE = "loaded-governance-policies";
    private static final PolicyId CAP = new PolicyId("token-cap");
    private static final KeyPair PAIR = TestKeys.pair("Ed25519");
    private static final TrustedKeys TRUSTED =
            TrustedKeys.read("trusted.pem", TestKeys.pem("PUBLIC KEY", PAIR.getPublic()));

    /** The texts here are their own canonical form: what they are stored under, in short. */
    private static final DocumentDigest DIGEST = (policy, text) -> text;

    private static Sandbox sandbox;
    private static DynamoDbClient client;
    private PolicyStore store;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(World.defaultWorld(1));
        client = StoreClients.at(sandbox.endpoint());
        new PolicyTable(client, TABLE).create();
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @BeforeEach
    void open() {
        store = new PolicyStore(client, TABLE, InstantSource.system());
    }

    private PolicyHead activated(String environment, int content, boolean signed) {
        String digest = "%064x".formatted(content);
        Optional<PolicyVersion.Signature> signature = signed
                ? Optional.of(KeyFileSigner.read("key.pem", TestKeys.pem("PRIVATE KEY", PAIR.getPrivate()))
                        .sign(digest))
                : Optional.empty();
        VersionRef ref = store.publish(
                        new PublishRequest(CAP, "platform", digest, digest, signature, "alice", "", Optional.empty()))
                .version()
                .ref();
        return store.update(HeadUpdate.of(
                store.head(environment), List.of(new HeadChange.Activate(CAP, ref)), "alice", "roll out"));
    }

    @Test
    void aVersionIsFetchedOnceForAsLongAsHeadsNameIt() {
        PolicyVersions versions = new PolicyVersions(store, DIGEST, TrustedKeys.NONE);
        PolicyHead head = activated("one", 1, false);

        PolicyVersions.Loaded loaded = versions.load(head);
        sandbox.calls().clear();
        PolicyVersions.Loaded again = versions.load(head);

        assertThat(loaded.inForce()).extracting(PolicyVersion::text).containsExactly("%064x".formatted(1));
        assertThat(again).isEqualTo(loaded);
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void aTextThatSomebodyChangedBehindOurBackIsRefused() {
        PolicyHead head = activated("two", 2, false);
        client.updateItem(request -> request.tableName(TABLE)
                .key(Keys.key(Keys.policy(CAP), Keys.VERSION + "%064x".formatted(2)))
                .updateExpression("SET #text = :text")
                .expressionAttributeNames(Map.of("#text", "text"))
                .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("%064x".formatted(3)))));

        assertThatThrownBy(() -> new PolicyVersions(store, DIGEST, TrustedKeys.NONE).load(head))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("of policy token-cap is not what was published");
    }

    @Test
    void whereKeysAreTrustedOnlySignedVersionsAreLoaded() {
        PolicyVersions versions = new PolicyVersions(store, DIGEST, TRUSTED);
        PolicyHead unsigned = activated("three", 4, false);
        PolicyHead signed = activated("three", 5, true);

        assertThat(versions.load(signed).inForce()).hasSize(1);
        assertThatThrownBy(() -> versions.load(unsigned)).hasMessageContaining("is not signed");
    }
}
