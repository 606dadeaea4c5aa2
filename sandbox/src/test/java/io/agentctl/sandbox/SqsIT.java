package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.FaultRule;
import io.agentctl.sandbox.http.Call;
import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The sandbox plays SQS, and has a clock, faults and a log besides. */
class SqsIT implements SqsContract {
    private static final String QUEUE = "agent-runtime-dispatch";

    private final Sandbox sandbox = Sandbox.start(World.defaultWorld(4));
    private final SqsClient sqs = Clients.of(SqsClient.builder(), sandbox);

    @Override
    public SqsClient sqs() {
        return sqs;
    }

    @AfterEach
    void stop() {
        sqs.close();
        sandbox.close();
    }

    private String url() {
        return sqs.getQueueUrl(request -> request.queueName(QUEUE)).queueUrl();
    }

    @Test
    void theWorldsQueueIsThereUnderTheSandboxsAddress() {
        assertThat(url()).isEqualTo(sandbox.endpoint() + "/111122223333/" + QUEUE);
        assertThat(sqs.getQueueAttributes(request -> request.queueUrl(url())
                                .attributeNames(QueueAttributeName.QUEUE_ARN, QueueAttributeName.VISIBILITY_TIMEOUT))
                        .attributes())
                .isEqualTo(Map.of(
                        QueueAttributeName.QUEUE_ARN,
                        "arn:aws:sqs:us-east-1:111122223333:" + QUEUE,
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "60"));
    }

    @Test
    void aMovedClockEndsTimeoutsAndRetention() {
        sqs.sendMessage(request -> request.queueUrl(url()).messageBody("again"));
        sqs.receiveMessage(request -> request.queueUrl(url()));
        sandbox.advance(Duration.ofSeconds(61));
        assertThat(sqs.receiveMessage(request -> request.queueUrl(url())).messages())
                .hasSize(1);

        sandbox.advance(Duration.ofDays(5));
        assertThat(sqs.receiveMessage(request -> request.queueUrl(url())).messages())
                .isEmpty();
    }

    @Test
    void anOlderReceiptDeletesNothing() {
        sqs.sendMessage(request -> request.queueUrl(url()).messageBody("again"));
        String older = handle();
        sandbox.advance(Duration.ofSeconds(61));
        String newer = handle();
        sqs.deleteMessage(request -> request.queueUrl(url()).receiptHandle(older));
        sandbox.advance(Duration.ofSeconds(61));

        assertThat(handle()).isNotEqualTo(newer);
    }

    private String handle() {
        return sqs.receiveMessage(request -> request.queueUrl(url()))
                .messages()
                .getFirst()
                .receiptHandle();
    }

    @Test
    void refusesWhatSqsRefuses() {
        String url = url();
        sqs.sendMessage(request -> request.queueUrl(url).messageBody("a".repeat(1_048_576)));
        assertThatThrownBy(
                        () -> sqs.sendMessage(request -> request.queueUrl(url).messageBody("a".repeat(1_048_577))))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("shorter than 1048576 bytes");
        assertThatThrownBy(
                        () -> sqs.sendMessage(request -> request.queueUrl(url).messageBody("\u0000")))
                .isInstanceOf(InvalidMessageContentsException.class);
        assertThatThrownBy(() ->
                        sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(11)))
                .isInstanceOfSatisfying(
                        SqsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
        assertThatThrownBy(() -> sqs.createQueue(
                        request -> request.queueName("q").attributesWithStrings(Map.of("VisibilityTimeout", "43201"))))
                .isInstanceOf(InvalidAttributeValueException.class);
        assertThatThrownBy(() -> sqs.createQueue(
                        request -> request.queueName("q").attributesWithStrings(Map.of("Visibility", "1"))))
                .isInstanceOf(InvalidAttributeNameException.class);
        assertThatThrownBy(() -> sqs.createQueue(
                        request -> request.queueName(QUEUE).attributesWithStrings(Map.of("VisibilityTimeout", "1"))))
                .isInstanceOf(QueueNameExistsException.class);
        assertThatThrownBy(() -> sqs.sendMessageBatch(request -> request.queueUrl(url)))
                .isInstanceOf(EmptyBatchRequestException.class);
        sqs.purgeQueue(request -> request.queueUrl(url));
        assertThatThrownBy(() -> sqs.purgeQueue(request -> request.queueUrl(url)))
                .isInstanceOf(PurgeQueueInProgressException.class);
    }

    @Test
    void modelledErrorsArriveAsTheirOwnExceptionsWithTheCodesThatClientsKnow() {
        assertThatThrownBy(() -> sqs.getQueueUrl(request -> request.queueName("lost")))
                .isInstanceOfSatisfying(QueueDoesNotExistException.class, e -> assertThat(
                                e.awsErrorDetails().errorCode())
                        .isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
        assertThatThrownBy(() ->
                        sqs.deleteMessage(request -> request.queueUrl(url()).receiptHandle("nothing")))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
        assertThatThrownBy(() -> sqs.sendMessageBatch(request -> request.queueUrl(url())
                        .entries(SendMessageBatchRequestEntry.builder()
                                .id("a b")
                                .messageBody("x")
                                .build())))
                .isInstanceOf(InvalidBatchEntryIdException.class);
    }

    @Test
    void callsAreLoggedAndBefallenByFaultsAndAResetEmptiesQueues() {
        String url = url();
        sandbox.faults()
                .add(FaultRule.always(FaultKind.THROTTLE)
                        .on("sqs", "SendMessage")
                        .atMost(1));
        sqs.sendMessage(request -> request.queueUrl(url).messageBody("tried twice"));

        assertThat(sandbox.calls().of("sqs", "SendMessage"))
                .extracting(Call::status)
                .containsExactly(400, 200);
        assertThat(sandbox.calls().of("sqs", "SendMessage").getLast().resource())
                .isEqualTo(url);
        sandbox.reset();
        assertThat(sqs.receiveMessage(request -> request.queueUrl(url)).messages())
                .isEmpty();
    }
}
