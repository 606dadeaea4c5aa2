package io.agentctl.sandbox;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** Moto, an implementation of AWS that is not ours, plays CloudWatch: the same tests must hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoAlarmsIT implements AlarmContract {
    private MotoServer moto;
    private CloudWatchClient cloudWatch;

    @Override
    public CloudWatchClient cloudWatch() {
        return cloudWatch;
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        moto = MotoServer.start();
        cloudWatch = Clients.of(CloudWatchClient.builder(), moto.endpoint());
    }

    @AfterAll
    void stop() {
        if (moto != null) {
            cloudWatch.close();
            moto.close();
        }
    }
}
