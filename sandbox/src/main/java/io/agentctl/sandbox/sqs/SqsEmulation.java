package io.agentctl.sandbox.sqs;

import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The SDK's client interface over the queues; what it does not override, the interface refuses. */
public final class SqsEmulation implements SqsClient {
    private final SqsState state;
    private final QueueOperations queues;
    private final MessageSender sender;
    private final MessageReceiver receiver;

    /** An emulation over a state. */
    public SqsEmulation(SqsState state) {
        this.state = state;
        this.queues = new QueueOperations(state);
        this.sender = new MessageSender(state);
        this.receiver = new MessageReceiver(state);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private <Q, R> R now(Function<Q, R> operation, Q request) {
        return state.simulation().now(() -> operation.apply(request));
    }

    @Override
    public CreateQueueResponse createQueue(CreateQueueRequest request) {
        return now(queues::create, request);
    }

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        return now(queues::url, request);
    }

    @Override
    public ListQueuesResponse listQueues(ListQueuesRequest request) {
        return now(queues::list, request);
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        return now(queues::attributes, request);
    }

    @Override
    public PurgeQueueResponse purgeQueue(PurgeQueueRequest request) {
        return now(queues::purge, request);
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return now(sender::send, request);
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        return now(sender::sendBatch, request);
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        return receiver.receive(request);
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        return now(receiver::delete, request);
    }
}
