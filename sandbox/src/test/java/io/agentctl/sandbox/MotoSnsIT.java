package io.agentctl.sandbox;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Moto, an implementation of AWS that is not ours, plays SNS: the same tests must hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoSnsIT implements SnsContract {
    private MotoServer moto;
    private SnsClient sns;
    private SqsClient sqs;

    @Override
    public SnsClient sns() {
        return sns;
    }

    @Override
    public SqsClient sqs() {
        return sqs;
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        moto = MotoServer.start();
        sns = Clients.of(SnsClient.builder(), moto.endpoint());
        sqs = Clients.of(SqsClient.builder(), moto.endpoint());
    }

    @AfterAll
    void stop() {
        if (moto != null) {
            sns.close();
            sqs.close();
            moto.close();
        }
    }
}
