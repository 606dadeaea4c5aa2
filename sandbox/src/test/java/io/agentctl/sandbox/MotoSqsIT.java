package io.agentctl.sandbox;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Moto, an implementation of AWS that is not ours, plays SQS: the same tests must hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoSqsIT implements SqsContract {
    private MotoServer moto;
    private SqsClient sqs;

    @Override
    public SqsClient sqs() {
        return sqs;
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        moto = MotoServer.start();
        sqs = Clients.of(SqsClient.builder(), moto.endpoint());
    }

    @AfterAll
    void stop() {
        if (moto != null) {
            sqs.close();
            moto.close();
        }
    }
}
