package io.agentctl.sandbox.sns;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;

/** How a subscription is delivered to. */
enum Protocol {
    SQS("sqs"),
    HTTP("http"),
    HTTPS("https");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String wireName;

    Protocol(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** Reads a protocol and checks that the endpoint is one of it and lies on this machine. */
    static Protocol of(String name, String endpoint) {
        Protocol protocol = Arrays.stream(values())
                .filter(value -> value.wireName.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> SnsErrors.invalid("Protocol Reason: the sandbox delivers to sqs, http and https, not to "
                                + name + "; subscribe a queue instead"));
        if (endpoint == null || endpoint.isEmpty()) {
            throw SnsErrors.invalid("Endpoint Reason: Please specify an endpoint");
        }
        protocol.check(endpoint);
        return protocol;
    }

    private void check(String endpoint) {
        switch (this) {
            case SQS -> {
                if (!endpoint.matches("arn:aws:sqs:[a-z0-9-]+:\\d{12}:[a-zA-Z0-9_-]{1,80}")) {
                    throw SnsErrors.invalid("SQS endpoint ARN");
                }
            }
            case HTTP, HTTPS -> {
                String host = host(endpoint);
                if (!endpoint.startsWith(wireName + "://")) {
                    throw SnsErrors.invalid("Endpoint must match the specified protocol");
                }
                if (!LOOPBACK.contains(host)) {
                    throw SnsErrors.invalid(
                            "Endpoint Reason: the sandbox delivers to 127.0.0.1, localhost and [::1] only," + " not to "
                                    + host);
                }
            }
        }
    }

    private static String host(String endpoint) {
        try {
            return String.valueOf(URI.create(endpoint).getHost());
        } catch (IllegalArgumentException ignored) {
            throw SnsErrors.invalid("Endpoint Reason: not a URL");
        }
    }
}
