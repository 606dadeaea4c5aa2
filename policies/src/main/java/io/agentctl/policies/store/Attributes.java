package io.agentctl.policies.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Values in items. */
final class Attributes {

    private Attributes() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue time(Instant value) {
        return AttributeValue.fromS(value.toString());
    }

    static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalStateException(item.get(Keys.PARTITION) + " " + item.get(Keys.SORT) + " lacks " + name);
        }
        return value.s();
    }

    static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null || value.n() == null) {
            throw new IllegalStateException(item.get(Keys.PARTITION) + " " + item.get(Keys.SORT) + " lacks " + name);
        }
        return Long.parseLong(value.n());
    }

    static Instant time(Map<String, AttributeValue> item, String name) {
        return Instant.parse(text(item, name));
    }

    /** A query for the items of a partition whose sort keys begin so, read consistently. */
    static QueryRequest.Builder beginning(String partition, String prefix) {
        return QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(Map.of(":pk", text(partition), ":sk", text(prefix)));
    }

    /** A query for the items of a partition with sort keys of at least {@code from}, read consistently. */
    static QueryRequest.Builder from(String partition, String from) {
        return QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND sk >= :sk")
                .expressionAttributeValues(Map.of(":pk", text(partition), ":sk", text(from)));
    }
}
