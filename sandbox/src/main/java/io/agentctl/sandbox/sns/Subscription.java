package io.agentctl.sandbox.sns;

import java.util.Map;
import java.util.TreeMap;

/** Where a topic delivers to. Not thread-safe. */
final class Subscription {
    private final String arn;
    private final Topic topic;
    private final Protocol protocol;
    private final String endpoint;
    private final String token;
    private final Map<String, String> attributes = new TreeMap<>();
    private FilterPolicy filter = FilterPolicy.ALL;
    private boolean confirmed;

    Subscription(String arn, Topic topic, Protocol protocol, String endpoint, String token) {
        this.arn = arn;
        this.topic = topic;
        this.protocol = protocol;
        this.endpoint = endpoint;
        this.token = token;
        this.confirmed = protocol == Protocol.SQS;
    }

    void confirm() {
        confirmed = true;
    }

    void set(String name, String value) {
        if (name.equals("FilterPolicy")) {
            filter = value.isEmpty() ? FilterPolicy.ALL : FilterPolicy.parse(value);
        }
        attributes.put(name, value);
    }

    String arn() {
        return arn;
    }

    Topic topic() {
        return topic;
    }

    Protocol protocol() {
        return protocol;
    }

    String endpoint() {
        return endpoint;
    }

    /** What proves that the endpoint wants it. */
    String token() {
        return token;
    }

    boolean confirmed() {
        return confirmed;
    }

    /** Whether the message goes as it is, without an envelope. */
    boolean raw() {
        return Boolean.parseBoolean(attributes.get("RawMessageDelivery"));
    }

    FilterPolicy filter() {
        return filter;
    }

    Map<String, String> attributes() {
        return attributes;
    }
}
