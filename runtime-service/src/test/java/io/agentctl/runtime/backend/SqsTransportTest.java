package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class SqsTransportTest {

    private static final Instant DEADLINE = Instant.parse("2026-11-24T12:00:00Z");

    private final Queue queue = new Queue();

    @Test
    void keepsTheOrderOfASessionInAFifoQueue() throws BackendException {
        SendMessageRequest message = sent("ordered.fifo", "{\"session_id\":\"session-1\"}", "request-1");

        assertThat(message.messageGroupId()).isEqualTo("session-1");
        assertThat(message.messageDeduplicationId()).isEqualTo("request-1");
    }

    @Test
    void takesTheIntentWhereThereIsNoSession() throws BackendException {
        assertThat(sent("ordered.fifo", "{}", "request-1").messageGroupId()).isEqualTo("store_memory");
    }

    @Test
    void makesIdentifiersOfWhatIsNone() throws BackendException {
        SendMessageRequest message = sent("ordered.fifo", "{\"session_id\":\"a b\"}", "x".repeat(129));

        assertThat(message.messageGroupId()).matches("[0-9a-f]{64}");
        assertThat(message.messageDeduplicationId()).matches("[0-9a-f]{64}");
    }

    @Test
    void withoutARequestIdAttemptsOfACallAreOneMessageAndOtherCallsAnother() throws BackendException {
        Transport transport = new SqsTransport("memory", new BackendTarget.Sqs("ordered.fifo"), queue);
        BackendCall call = call("{}", DEADLINE, Map.of());
        transport.send(call, Duration.ofSeconds(1));
        transport.send(call, Duration.ofSeconds(1));
        transport.send(call("{}", DEADLINE.plusNanos(1), Map.of()), Duration.ofSeconds(1));

        List<String> identities = queue.messages.stream()
                .map(SendMessageRequest::messageDeduplicationId)
                .toList();
        assertThat(identities.get(0)).isEqualTo(identities.get(1)).isNotEqualTo(identities.get(2));
    }

    @Test
    void leavesThemOutInAStandardQueueAndAsksForItsUrlOnce() throws BackendException {
        SqsTransport transport = new SqsTransport("memory", new BackendTarget.Sqs("later"), queue);
        transport.send(call("{}", DEADLINE, Map.of("tracestate", "")), Duration.ofSeconds(1));
        transport.send(call("{}", DEADLINE, Map.of()), Duration.ofSeconds(1));

        assertThat(queue.messages).allSatisfy(message -> {
            assertThat(message.messageGroupId()).isNull();
            assertThat(message.messageAttributes()).containsOnlyKeys("intent");
        });
        assertThat(queue.lookups).isEqualTo(1);
    }

    @Test
    void rejectsWhatIsNoJsonWhereItNeedsTheSession() {
        assertThatThrownBy(() -> sent("ordered.fifo", "{", "request-1"))
                .isInstanceOfSatisfying(BackendException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(BackendException.Kind.REJECTED));
    }

    private SendMessageRequest sent(String name, String context, String requestId) throws BackendException {
        new SqsTransport("memory", new BackendTarget.Sqs(name), queue)
                .send(call(context, DEADLINE, Map.of("x-request-id", requestId)), Duration.ofSeconds(1));
        return queue.messages.getLast();
    }

    private static BackendCall call(String context, Instant deadline, Map<String, String> headers) {
        byte[] body = ("{\"intent\":\"store_memory\",\"context\":" + context + "}").getBytes(StandardCharsets.UTF_8);
        return new BackendCall("store_memory", body, Span.NONE, headers, deadline);
    }

    /** Keeps what it is sent. */
    private static final class Queue implements SqsClient {
        private final List<SendMessageRequest> messages = new ArrayList<>();
        private int lookups;

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            messages.add(request);
            return SendMessageResponse.builder().messageId("message-1").build();
        }

        @Override
        public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
            lookups++;
            return GetQueueUrlResponse.builder()
                    .queueUrl("https://sqs.example/1/" + request.queueName())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
