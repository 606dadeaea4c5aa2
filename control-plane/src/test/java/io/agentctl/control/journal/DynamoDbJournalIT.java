package io.agentctl.control.journal;

import static io.agentctl.control.journal.Operations.ALICE;
import static io.agentctl.control.journal.Operations.API;
import static io.agentctl.control.journal.Operations.BOB;
import static io.agentctl.control.journal.Operations.HERE;
import static io.agentctl.control.journal.Operations.WORKER;
import static io.agentctl.control.journal.Operations.numbered;
import static io.agentctl.control.journal.Operations.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbJournalIT extends JournalContract {

    private static LocalDynamoDb local;
    private static AwsClients clients;
    private static final LostAnswers LOST = new LostAnswers();
    private static AwsClients forgetful;

    private String table;

    @BeforeAll
    static void start() {
        local = LocalDynamoDb.start();
        clients = local.clients();
        forgetful = local.clients(LOST);
    }

    @AfterAll
    static void stop() {
        clients.close();
        forgetful.close();
        local.close();
    }

    @BeforeEach
    void createTable() {
        table = "acme-agentctl-" + UUID.randomUUID();
        new JournalTable(clients.dynamoDb(), table).create();
    }

    @Override
    Journal journal() {
        return new DynamoDbJournal(clients.dynamoDb(), table);
    }

    private Map<String, AttributeValue> item(String pk, String sk) {
        DynamoDbClient client = clients.dynamoDb();
        return client.getItem(request -> request.tableName(table)
                        .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))))
                .item();
    }

    @Test
    void creatingTheTableAgainChangesNothing() {
        journal().begin(numbered(1, API, ALICE));
        JournalTable made = new JournalTable(clients.dynamoDb(), table);

        made.create();

        assertThat(made.exists()).isTrue();
        assertThat(new JournalTable(clients.dynamoDb(), "other").exists()).isFalse();
        assertThat(journal().newestFirst()).hasSize(1);
    }

    @Test
    void onlyClosedOperationsExpireAYearAfterTheirEnd() {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        assertThat(item("operations", begun.id().value())).doesNotContainKey("expiresAt");

        Operation over = journal().save(over(begun, OperationState.SUCCEEDED));
        long expected = over.updatedAt().plus(Duration.ofDays(365)).getEpochSecond();
        assertThat(item("operations", begun.id().value()))
                .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(expected)));

        journal().save(over.in(OperationState.UNDOING, ""));
        assertThat(item("operations", begun.id().value())).doesNotContainKey("expiresAt");
    }

    @Test
    void aLockThatNoOpenOperationHoldsIsNoLock() {
        Operation first = journal().begin(numbered(1, API, ALICE));
        DynamoDbClient client = clients.dynamoDb();
        client.deleteItem(request -> request.tableName(table)
                .key(Map.of(
                        "pk", AttributeValue.fromS("operations"),
                        "sk", AttributeValue.fromS(first.id().value()))));

        assertThat(journal().holder(HERE, API)).isEmpty();
        Operation second = journal().begin(numbered(2, API, BOB));
        assertThat(journal().holder(HERE, API)).contains(second);
    }

    @Test
    void moreThanAPageIsRead() {
        List<OperationId> begun = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            begun.addFirst(journal()
                    .save(over(journal().begin(numbered(number, API, ALICE)), OperationState.SUCCEEDED))
                    .id());
        }

        assertThat(journal().newestFirst().map(Operation::id)).containsExactlyElementsOf(begun);
    }

    @Test
    void aLargeTaskDefinitionFits() {
        Operation large = withArgument(numbered(1, API, ALICE), "x".repeat(100_000));

        Operation begun = journal().begin(large);

        assertThat(journal().find(begun.id())).contains(begun);
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
        Operation large = withArgument(numbered(1, API, ALICE), "ü".repeat(200_000));

        assertThatThrownBy(() -> journal().begin(large))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining("a DynamoDB item has room for");
        assertThat(journal().newestFirst()).isEmpty();
    }

    private static Operation withArgument(Operation operation, String text) {
        Step step = Step.check("wait", Action.of("x", Map.of("taskDefinition", text)));
        return operation.withStep(1, step);
    }

    @Test
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> new DynamoDbJournal(clients.dynamoDb(), "nowhere").begin(numbered(1, API, ALICE)))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining("there is no table nowhere");
    }

    @Test
    void writesWhoseAnswersAreLostAreKnownAsItsOwn() {
        Journal journal = new DynamoDbJournal(forgetful.dynamoDb(), table);

        LOST.loseNext();
        Operation begun = journal.begin(numbered(1, API, ALICE));
        LOST.loseNext();
        Operation over = journal.save(over(begun, OperationState.SUCCEEDED));

        assertThat(LOST.lost()).isEqualTo(2);
        assertThat(journal().find(begun.id())).contains(over);
        assertThat(journal().holder(HERE, API)).isEmpty();
        assertThat(journal().begin(numbered(2, WORKER, ALICE)).version()).isEqualTo(1);
    }
}
