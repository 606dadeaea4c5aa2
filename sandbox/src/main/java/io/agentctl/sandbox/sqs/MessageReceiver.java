package io.agentctl.sandbox.sqs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** The operations that take messages out of queues. */
final class MessageReceiver {
    private static final int MOST_MESSAGES = 10;
    private static final int LONGEST_WAIT = 20;
    private static final int LONGEST_TIMEOUT = 43_200;

    /** A waiting receiver looks again: nobody tells it that the clock was moved and made a message visible. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final SqsState state;

    MessageReceiver(SqsState state) {
        this.state = state;
    }

    /** Waits in real time, whatever the sandbox's clock does. */
    ReceiveMessageResponse receive(ReceiveMessageRequest request) {
        int most = within(request.maxNumberOfMessages(), "MaxNumberOfMessages", 1, MOST_MESSAGES, 1);
        within(request.visibilityTimeout(), "VisibilityTimeout", 0, LONGEST_TIMEOUT, 0);
        int usualWait = state.simulation()
                .now(() -> state.at(request.queueUrl()).settings().waitTime());
        int wait = within(request.waitTimeSeconds(), "WaitTimeSeconds", 0, LONGEST_WAIT, usualWait);
        long deadline = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
        List<Message> messages = look(request, most);
        while (messages.isEmpty() && System.nanoTime() < deadline && pause()) {
            messages = look(request, most);
        }
        return messages.isEmpty()
                ? ReceiveMessageResponse.builder().build()
                : ReceiveMessageResponse.builder().messages(messages).build();
    }

    private static int within(Integer given, String parameter, int least, int most, int usual) {
        int value = given == null ? usual : given;
        if (value < least || value > most) {
            throw SqsErrors.invalid(
                    "Value %d for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
                            .formatted(value, parameter, least, most));
        }
        return value;
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Message> look(ReceiveMessageRequest request, int most) {
        return state.simulation().now(() -> {
            Queue queue = state.at(request.queueUrl());
            int timeout = request.visibilityTimeout() == null
                    ? queue.settings().visibilityTimeout()
                    : request.visibilityTimeout();
            return queue.receive(state.simulation().instant(), most, timeout).stream()
                    .map(message -> view(message, request))
                    .toList();
        });
    }

    @SuppressWarnings("deprecation") // Clients still send AttributeNames, as the service still takes them.
    private Message view(StoredMessage message, ReceiveMessageRequest request) {
        Message.Builder view = Message.builder()
                .messageId(message.id())
                .receiptHandle(message.receiptHandle())
                .body(message.contents().body())
                .md5OfBody(MessageDigests.ofBody(message.contents().body()));
        Map<String, MessageAttributeValue> attributes =
                new TreeMap<>(message.contents().attributes());
        attributes.keySet().removeIf(name -> !wanted(name, request.messageAttributeNames()));
        if (!attributes.isEmpty()) {
            view.messageAttributes(attributes).md5OfMessageAttributes(MessageDigests.ofAttributes(attributes));
        }
        Map<String, String> system = system(message);
        system.keySet()
                .removeIf(name -> !named(name, request.attributeNamesAsStrings())
                        && !named(name, request.messageSystemAttributeNamesAsStrings()));
        return (system.isEmpty() ? view : view.attributesWithStrings(system)).build();
    }

    private static boolean named(String name, List<String> names) {
        return names.contains("All") || names.contains(name);
    }

    private static boolean wanted(String name, List<String> patterns) {
        return named(name, patterns)
                || patterns.stream()
                        .filter(pattern -> pattern.endsWith(".*"))
                        .anyMatch(pattern -> name.startsWith(pattern.substring(0, pattern.length() - 2)));
    }

    private Map<String, String> system(StoredMessage message) {
        Map<String, String> system = new TreeMap<>();
        message.contents().system().forEach((name, value) -> system.put(name.toString(), value));
        system.put(MessageSystemAttributeName.SENDER_ID.toString(), "AROASANDBOXOPERATOR00:sandbox");
        system.put(
                MessageSystemAttributeName.SENT_TIMESTAMP.toString(),
                Long.toString(message.sent().toEpochMilli()));
        system.put(
                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT.toString(), Integer.toString(message.received()));
        system.put(
                MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP.toString(),
                Long.toString(message.firstReceived().toEpochMilli()));
        return system;
    }

    DeleteMessageResponse delete(DeleteMessageRequest request) {
        state.at(request.queueUrl()).delete(request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }
}
