package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What SQS does, whoever plays it. The SDK itself checks the digests of what it sends and receives. */
interface SqsContract {
    /** A client of whoever plays SQS; queues are there from one test to the next. */
    SqsClient sqs();

    /** A new queue's URL. */
    private String queue(String name) {
        return sqs().createQueue(request -> request.queueName(name)).queueUrl();
    }

    private List<Message> receive(String url) {
        return sqs().receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    @Test
    default void whatIsSentIsReceivedUntilItIsDeleted() {
        String url = queue("sent");
        Map<String, MessageAttributeValue> attributes = Map.of(
                "intent",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("call_reasoning \u2603")
                                .build(),
                "attempt",
                        MessageAttributeValue.builder()
                                .dataType("Number")
                                .stringValue("1")
                                .build(),
                "blob",
                        MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {0, 1, -1}))
                                .build());
        String id = sqs().sendMessage(request ->
                        request.queueUrl(url).messageBody("{\"a\": \"\u00fc\"}").messageAttributes(attributes))
                .messageId();

        Message message = receive(url).getFirst();
        assertThat(message.messageId()).isEqualTo(id);
        assertThat(message.body()).isEqualTo("{\"a\": \"\u00fc\"}");
        assertThat(message.messageAttributes()).isEqualTo(attributes);
        assertThat(message.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");

        sqs().deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
        assertThat(counts(url)).containsExactly("0", "0", "0");
    }

    @Test
    default void aReceivedMessageIsHiddenForItsTimeout() throws InterruptedException {
        String url = queue("hidden");
        sqs().sendMessage(request -> request.queueUrl(url).messageBody("once"));
        sqs().receiveMessage(request -> request.queueUrl(url).visibilityTimeout(1));

        assertThat(receive(url)).isEmpty();
        assertThat(counts(url)).containsExactly("0", "1", "0");
        Thread.sleep(1200);
        assertThat(receive(url).getFirst().attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
    }

    @Test
    default void aDelayedMessageIsCountedApart() {
        String url = queue("delayed");
        sqs().sendMessage(request -> request.queueUrl(url).messageBody("later").delaySeconds(60));

        assertThat(receive(url)).isEmpty();
        assertThat(counts(url)).containsExactly("0", "0", "1");
    }

    @Test
    default void aLongPollEndsWithTheMessage() {
        String url = queue("polled");
        Instant start = Instant.now();
        CompletableFuture<Void> sender = CompletableFuture.runAsync(
                () -> sqs().sendMessage(request -> request.queueUrl(url).messageBody("at last")),
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
        List<Message> messages = sqs().receiveMessage(
                        request -> request.queueUrl(url).waitTimeSeconds(10))
                .messages();
        sender.join();

        assertThat(messages).extracting(Message::body).containsExactly("at last");
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(400), Duration.ofSeconds(8));
    }

    @Test
    default void aBatchIsSentAsAWholeAndPurged() {
        String url = queue("batched");
        assertThat(sqs().sendMessageBatch(request -> request.queueUrl(url).entries(entries(3)))
                        .successful())
                .extracting(SendMessageBatchResultEntry::id)
                .containsExactly("e0", "e1", "e2");
        assertThat(counts(url)).containsExactly("3", "0", "0");

        sqs().purgeQueue(request -> request.queueUrl(url));
        assertThat(counts(url)).containsExactly("0", "0", "0");
    }

    @Test
    default void refusesBatchesThatAreNone() {
        String url = queue("batches");

        assertRefused("EmptyBatchRequest", () -> sqs().sendMessageBatch(
                        request -> request.queueUrl(url).entries(List.of())));
        assertRefused("TooManyEntriesInBatchRequest", () -> sqs().sendMessageBatch(
                        request -> request.queueUrl(url).entries(entries(11))));
        assertRefused("BatchEntryIdsNotDistinct", () -> sqs().sendMessageBatch(request ->
                request.queueUrl(url).entries(entries(1).getFirst(), entries(1).getFirst())));
    }

    @Test
    default void findsQueuesAndSaysWhichAreNotThere() {
        String url = queue("found-a");
        queue("found-b");

        assertThat(sqs().getQueueUrl(request -> request.queueName("found-a")).queueUrl())
                .isEqualTo(url);
        assertThat(sqs().listQueues(request -> request.queueNamePrefix("found-"))
                        .queueUrls())
                .hasSize(2)
                .contains(url);
        assertThat(queue("found-a")).isEqualTo(url);
        assertRefused("QueueAlreadyExists", () -> sqs().createQueue(request ->
                request.queueName("found-a").attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "77"))));
        assertRefused("NonExistentQueue", () -> sqs().getQueueUrl(request -> request.queueName("lost")));
        assertRefused("NonExistentQueue", () -> sqs().sendMessage(
                        request -> request.queueUrl(url + "-lost").messageBody("x")));
        assertRefused("ReceiptHandleIsInvalid", () -> sqs().deleteMessage(
                        request -> request.queueUrl(url).receiptHandle("nothing")));
    }

    /** By the code without its family, and not by the exception's class: moto gives neither as AWS does. */
    private static void assertRefused(String code, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SqsException.class, e -> assertThat(
                        e.awsErrorDetails().errorCode())
                .endsWith(code));
    }

    private static List<SendMessageBatchRequestEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id("e" + i)
                        .messageBody("body " + i)
                        .build())
                .toList();
    }

    /** How many are there to be received, in flight, delayed. */
    private List<String> counts(String url) {
        Map<QueueAttributeName, String> attributes = sqs().getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return List.of(
                attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    }
}
