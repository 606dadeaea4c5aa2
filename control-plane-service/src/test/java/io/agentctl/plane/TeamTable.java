package io.agentctl.plane;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.control.team.Partition;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;

/** A table that a team shares, in a sandbox's DynamoDB. */
public final class TeamTable implements AutoCloseable {

    private static final String NAME = "acme-agentctl";

    private final Sandbox sandbox;
    private final AwsClients clients;
    private int asked;

    private TeamTable(Sandbox sandbox) {
        this.sandbox = sandbox;
        sandbox.startDynamoDb();
        this.clients = new AwsClients(AwsSettings.sandbox(sandbox.endpoint(), "eu-central-1"));
        new JournalTable(clients.dynamoDb(), NAME).create();
    }

    /** Starts it, empty. */
    public static TeamTable start() {
        return new TeamTable(Sandbox.start(World.defaultWorld(1)));
    }

    /** A partition, as each instance has it. */
    public Partition partition(String name) {
        return new Partition(clients::dynamoDb, NAME, name);
    }

    /** One in which nothing was written yet. */
    public Partition unwritten() {
        asked++;
        return partition("unwritten" + asked);
    }

    @Override
    public void close() {
        clients.close();
        sandbox.close();
    }
}
