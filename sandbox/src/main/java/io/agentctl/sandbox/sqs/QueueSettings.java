package io.agentctl.sandbox.sqs;

import java.util.Map;
import java.util.TreeMap;

/**
 * A queue's attributes as its creator gives them, in seconds and bytes; ranges and defaults are those of
 * {@code CreateQueue} in the service model.
 *
 * @param values every attribute by its name
 */
record QueueSettings(Map<String, String> values) {
    private static final Map<String, Range> NUMBERS = Map.of(
            "DelaySeconds", new Range(0, 900, 0),
            "MaximumMessageSize", new Range(1024, 1_048_576, 1_048_576),
            "MessageRetentionPeriod", new Range(60, 1_209_600, 345_600),
            "ReceiveMessageWaitTimeSeconds", new Range(0, 20, 0),
            "VisibilityTimeout", new Range(0, 43_200, 30));

    QueueSettings {
        values = Map.copyOf(values);
    }

    private record Range(int least, int most, int usual) {}

    static QueueSettings of(Map<String, String> given) {
        Map<String, String> values = new TreeMap<>();
        NUMBERS.forEach((name, range) -> values.put(name, Integer.toString(range.usual())));
        given.forEach((name, value) -> values.put(name, checked(name, value)));
        return new QueueSettings(values);
    }

    private static String checked(String name, String value) {
        Range range = NUMBERS.get(name);
        if (range == null) {
            throw SqsErrors.unknownAttribute(name);
        }
        if (!value.matches("\\d{1,9}")
                || Integer.parseInt(value) < range.least()
                || Integer.parseInt(value) > range.most()) {
            throw SqsErrors.badAttribute(name);
        }
        return Integer.toString(Integer.parseInt(value));
    }

    int delay() {
        return number("DelaySeconds");
    }

    int maximumMessageSize() {
        return number("MaximumMessageSize");
    }

    int retention() {
        return number("MessageRetentionPeriod");
    }

    int waitTime() {
        return number("ReceiveMessageWaitTimeSeconds");
    }

    int visibilityTimeout() {
        return number("VisibilityTimeout");
    }

    private int number(String name) {
        return Integer.parseInt(values.get(name));
    }
}
