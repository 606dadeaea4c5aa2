package io.agentctl.sandbox.sns;

import java.util.Map;
import java.util.TreeMap;

/** A standard topic. Not thread-safe. */
final class Topic {
    private final String arn;
    private final Map<String, String> attributes = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private int deleted;

    Topic(String arn) {
        this.arn = arn;
    }

    String arn() {
        return arn;
    }

    /** Those that were set, by their names in the API. */
    Map<String, String> attributes() {
        return attributes;
    }

    Map<String, String> tags() {
        return tags;
    }

    /** How many of its subscriptions were taken away. */
    int deleted() {
        return deleted;
    }

    void subscriptionDeleted() {
        deleted++;
    }
}
