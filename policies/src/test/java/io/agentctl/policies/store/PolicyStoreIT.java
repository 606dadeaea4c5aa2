package io.agentctl.policies.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.http.Call;
import io.agentctl.sandbox.world.World;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On Amazon's own engine. */
class PolicyStoreIT extends StoreContract {

    private static final LostAnswers LOST = new LostAnswers();
    private static Sandbox sandbox;
    private static DynamoDbClient client;
    private static DynamoDbClient forgetful;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(World.defaultWorld(1));
        client = StoreClients.at(sandbox.endpoint());
        forgetful = StoreClients.at(sandbox.endpoint(), LOST);
    }

    @AfterAll
    static void stop() {
        Set<String> operations = sandbox.calls().all().stream()
                .filter(call -> call.service().equals("dynamodb"))
                .map(Call::operation)
                .collect(Collectors.toSet());
        client.close();
        forgetful.close();
        sandbox.close();
        assertThat(operations)
                .as("everything is read by key and by query")
                .isSubsetOf(
                        "CreateTable",
                        "DescribeTable",
                        "DescribeTimeToLive",
                        "UpdateTimeToLive",
                        "GetItem",
                        "BatchGetItem",
                        "Query",
                        "TransactWriteItems",
                        "PutItem",
                        "DeleteItem",
                        "BatchWriteItem")
                .contains("Query", "TransactWriteItems");
    }

    @Override
    DynamoDbClient client() {
        return client;
    }

    @Test
    void writesWhoseAnswersAreLostAreKnownAsItsOwn() {
        PolicyStore unlucky = store(forgetful);

        LOST.lose(1);
        Published first = unlucky.publish(request(CAP, 1, "alice"));
        LOST.lose(9);
        Published second = unlucky.publish(request(CAP, 2, "alice"));
        LOST.lose(9);
        PolicyHead head = unlucky.update(HeadUpdate.of(
                store.head(PRODUCTION),
                List.of(new HeadChange.Activate(CAP, second.version().ref())),
                "alice",
                ""));
        LOST.lose(0);

        assertThat(LOST.lost()).isGreaterThan(6);
        assertThat(first.alreadyThere()).isFalse();
        assertThat(second.alreadyThere()).isFalse();
        assertThat(store.versions(CAP)).hasSize(2);
        assertThat(store.head(PRODUCTION)).isEqualTo(head);
        assertThat(store.audit(now())).hasSize(3);
    }
}
