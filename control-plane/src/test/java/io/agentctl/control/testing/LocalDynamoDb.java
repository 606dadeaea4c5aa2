package io.agentctl.control.testing;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The sandbox's DynamoDB, Amazon's own engine, in memory on a free loopback port. */
public final class LocalDynamoDb implements AutoCloseable {

    private final Sandbox sandbox;

    private LocalDynamoDb(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Starts it. */
    public static LocalDynamoDb start() {
        Sandbox sandbox = Sandbox.start(World.defaultWorld(1));
        sandbox.startDynamoDb();
        return new LocalDynamoDb(sandbox);
    }

    /** Where it listens. */
    public URI endpoint() {
        return sandbox.endpoint();
    }

    /** Clients for it, watched by interceptors. */
    public AwsClients clients(ExecutionInterceptor... watching) {
        return new AwsClients(AwsSettings.sandbox(endpoint(), "eu-central-1"), List.of(watching));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
