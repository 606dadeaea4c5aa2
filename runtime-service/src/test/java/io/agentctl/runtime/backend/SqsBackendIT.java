package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsBackendIT {

    private final Sandbox sandbox = Sandbox.start(World.parse("queues: [{name: later}]", Path.of("")));
    private final SqsClient sqs = AwsTargets.client(SqsClient.builder(), sandbox.endpoint());

    @AfterEach
    void stop() {
        sqs.close();
        sandbox.close();
    }

    @Test
    void putsTheRequestIntoTheQueueWithItsTrace() throws BackendException {
        String answer = Calls.text(backend("later").call(Calls.of("store_memory", "{\"a\":\"ü\"}")));
        Message message = messages("later").getFirst();

        assertThat(answer).isEqualTo("{\"queued\":true,\"messageId\":\"" + message.messageId() + "\"}");
        assertThat(message.body()).isEqualTo("{\"intent\":\"store_memory\",\"context\":{\"a\":\"ü\"}}");
        assertThat(message.messageAttributes().get("traceparent").stringValue()).isEqualTo(Calls.TRACE);
        assertThat(message.messageAttributes().get("intent").stringValue()).isEqualTo("store_memory");
    }

    @Test
    void takesAUrlToo() throws BackendException {
        String url = sqs.getQueueUrl(request -> request.queueName("later")).queueUrl();
        backend(url).call(Calls.of("x", "1"));

        assertThat(messages("later")).hasSize(1);
    }

    @Test
    void anUnknownQueueIsAFailureThatIsNamed() {
        assertThatThrownBy(() -> backend("nobody").call(Calls.of("x", "1")))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("memory answered 400");
    }

    private List<Message> messages(String queue) {
        String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
        return sqs.receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
                .messages();
    }

    private Backend backend(String queue) {
        return new BackendFactory(PoolSettings.USUAL, null, () -> sqs, BackendListener.NONE)
                .make(BackendSettings.read("memory", "sqs:" + queue, Map.of()));
    }
}
