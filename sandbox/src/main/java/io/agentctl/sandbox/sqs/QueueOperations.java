package io.agentctl.sandbox.sqs;

import io.agentctl.sandbox.ecs.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The operations on queues as a whole. */
final class QueueOperations {
    private static final int MOST = 1000;

    private final SqsState state;

    QueueOperations(SqsState state) {
        this.state = state;
    }

    CreateQueueResponse create(CreateQueueRequest request) {
        String name = request.queueName() == null ? "" : request.queueName();
        if (!name.matches("[a-zA-Z0-9_-]{1,80}")) {
            throw SqsErrors.invalid("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in"
                    + " length; the sandbox has no FIFO queues");
        }
        QueueSettings wanted = QueueSettings.of(request.attributesAsStrings());
        Optional<Queue> known = state.named(name);
        known.ifPresent(queue -> requireSame(queue.settings(), wanted, request.attributesAsStrings()));
        Queue queue =
                known.orElseGet(() -> new Queue(name, wanted, state.simulation().instant()));
        state.add(queue);
        return CreateQueueResponse.builder().queueUrl(state.url(queue)).build();
    }

    private static void requireSame(QueueSettings known, QueueSettings wanted, Map<String, String> given) {
        for (String name : given.keySet()) {
            if (!known.values().get(name).equals(wanted.values().get(name))) {
                throw SqsErrors.queueExists(name);
            }
        }
    }

    GetQueueUrlResponse url(GetQueueUrlRequest request) {
        Queue queue = state.named(request.queueName() == null ? "" : request.queueName())
                .orElseThrow(SqsErrors::queueDoesNotExist);
        return GetQueueUrlResponse.builder().queueUrl(state.url(queue)).build();
    }

    ListQueuesResponse list(ListQueuesRequest request) {
        int size = request.maxResults() == null ? MOST : request.maxResults();
        if (size < 1 || size > MOST) {
            throw SqsErrors.invalid("Value for parameter MaxResults is invalid. Reason: Must be between 1 and 1000.");
        }
        String prefix = request.queueNamePrefix() == null ? "" : request.queueNamePrefix();
        List<String> urls = state.queues().stream()
                .filter(queue -> queue.name().startsWith(prefix))
                .map(state::url)
                .toList();
        try {
            Page<String> page = Page.of(urls, request.nextToken(), size);
            return ListQueuesResponse.builder()
                    .queueUrls(page.items())
                    .nextToken(page.nextToken())
                    .build();
        } catch (IllegalArgumentException e) {
            throw SqsErrors.invalid("NextToken: " + e.getMessage());
        }
    }

    GetQueueAttributesResponse attributes(GetQueueAttributesRequest request) {
        Queue queue = state.at(request.queueUrl());
        Map<String, String> all = describe(queue);
        List<String> names = request.attributeNamesAsStrings();
        List<String> known = Arrays.stream(QueueAttributeName.values())
                .map(QueueAttributeName::toString)
                .toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw SqsErrors.unknownAttribute(unknown);
        });
        Map<String, String> wanted = all.entrySet().stream()
                .filter(entry -> names.contains("All") || names.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return wanted.isEmpty()
                ? GetQueueAttributesResponse.builder().build()
                : GetQueueAttributesResponse.builder()
                        .attributesWithStrings(wanted)
                        .build();
    }

    private Map<String, String> describe(Queue queue) {
        Instant now = state.simulation().instant();
        Map<String, String> all = new TreeMap<>(queue.settings().values());
        all.put("QueueArn", state.arn(queue));
        all.put("ApproximateNumberOfMessages", Long.toString(queue.visible(now)));
        all.put("ApproximateNumberOfMessagesNotVisible", Long.toString(queue.inFlight(now)));
        all.put("ApproximateNumberOfMessagesDelayed", Long.toString(queue.delayed(now)));
        all.put("CreatedTimestamp", Long.toString(queue.created().getEpochSecond()));
        all.put("LastModifiedTimestamp", Long.toString(queue.created().getEpochSecond()));
        all.put("SqsManagedSseEnabled", "true");
        return all;
    }

    PurgeQueueResponse purge(PurgeQueueRequest request) {
        state.at(request.queueUrl()).purge(state.simulation().instant());
        return PurgeQueueResponse.builder().build();
    }
}
