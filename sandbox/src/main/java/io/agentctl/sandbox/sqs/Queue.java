package io.agentctl.sandbox.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A standard queue; it gives messages in the order in which they were sent. Not thread-safe. */
final class Queue {
    private static final Duration BETWEEN_PURGES = Duration.ofSeconds(60);

    private final String name;
    private final QueueSettings settings;
    private final Instant created;
    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
    private Instant purged = Instant.MIN;

    Queue(String name, QueueSettings settings, Instant created) {
        this.name = name;
        this.settings = settings;
        this.created = created;
    }

    String name() {
        return name;
    }

    QueueSettings settings() {
        return settings;
    }

    Instant created() {
        return created;
    }

    void add(StoredMessage message) {
        messages.put(message.id(), message);
    }

    /** Hands out what is visible, and hides it for so many seconds. */
    List<StoredMessage> receive(Instant now, int most, int visibilityTimeout) {
        forgetOld(now);
        List<StoredMessage> received = new ArrayList<>();
        for (StoredMessage message : messages.values()) {
            if (received.size() == most) {
                break;
            }
            if (message.visible(now)) {
                message.receive(now, visibilityTimeout);
                received.add(message);
            }
        }
        return received;
    }

    /** Deletes a message; one that was received again since, or is gone, is left as it is. */
    void delete(String receiptHandle) {
        String id = StoredMessage.idIn(receiptHandle);
        StoredMessage message = messages.get(id);
        if (message != null && message.receiptHandle().equals(receiptHandle)) {
            messages.remove(id);
        }
    }

    void purge(Instant now) {
        if (purged.isAfter(now.minus(BETWEEN_PURGES))) {
            throw SqsErrors.purging(name);
        }
        purged = now;
        messages.clear();
    }

    /** How many are there to be received. */
    long visible(Instant now) {
        forgetOld(now);
        return messages.values().stream()
                .filter(message -> message.visible(now))
                .count();
    }

    /** How many were received and not deleted yet. */
    long inFlight(Instant now) {
        return hidden(now) - delayed(now);
    }

    /** How many wait for their delay to pass. */
    long delayed(Instant now) {
        return messages.values().stream()
                .filter(message -> !message.visible(now) && message.received() == 0)
                .count();
    }

    private long hidden(Instant now) {
        return messages.values().stream()
                .filter(message -> !message.visible(now))
                .count();
    }

    private void forgetOld(Instant now) {
        Instant oldest = now.minusSeconds(settings.retention());
        messages.values().removeIf(message -> message.sent().isBefore(oldest));
    }
}
