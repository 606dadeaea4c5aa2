package io.agentctl.control.windows.state;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.control.testing.LocalDynamoDb;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class DynamoDbStatesIT extends StatesContract {

    private static LocalDynamoDb local;
    private static AwsClients clients;

    private String table;

    @BeforeAll
    static void start() {
        local = LocalDynamoDb.start();
        clients = local.clients();
    }

    @AfterAll
    static void stop() {
        clients.close();
        local.close();
    }

    @BeforeEach
    void createTable() {
        table = "acme-agentctl-" + UUID.randomUUID();
        new JournalTable(clients.dynamoDb(), table).create();
    }

    @Override
    ServiceStates states() {
        return new DynamoDbStates(clients.dynamoDb(), table);
    }
}
