package io.agentctl.sandbox;

import io.agentctl.sandbox.world.World;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The sandbox plays CloudWatch over HTTP. */
class AlarmsIT implements AlarmContract {
    private final Sandbox sandbox = Sandbox.start(World.defaultWorld(4));
    private final CloudWatchClient cloudWatch = Clients.of(CloudWatchClient.builder(), sandbox);

    @Override
    public CloudWatchClient cloudWatch() {
        return cloudWatch;
    }

    @AfterEach
    void stop() {
        cloudWatch.close();
        sandbox.close();
    }
}
