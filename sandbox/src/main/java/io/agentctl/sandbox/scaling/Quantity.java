package io.agentctl.sandbox.scaling;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What can be scaled: a scalable dimension of a service namespace. */
enum Quantity {
    TASKS("ecs", "ecs:service:DesiredCount", "service/[^/]+/[^/]+", "service/CLUSTER/NAME", "desired count"),
    TABLE_READS("dynamodb", "dynamodb:table:ReadCapacityUnits", "table/[^/]+", "table/NAME", "read capacity units"),
    TABLE_WRITES("dynamodb", "dynamodb:table:WriteCapacityUnits", "table/[^/]+", "table/NAME", "write capacity units"),
    INDEX_READS(
            "dynamodb",
            "dynamodb:index:ReadCapacityUnits",
            "table/[^/]+/index/[^/]+",
            "table/NAME/index/NAME",
            "read capacity units"),
    INDEX_WRITES(
            "dynamodb",
            "dynamodb:index:WriteCapacityUnits",
            "table/[^/]+/index/[^/]+",
            "table/NAME/index/NAME",
            "write capacity units");

    private final String namespace;
    private final String dimension;
    private final Pattern resource;
    private final String form;
    private final String noun;

    Quantity(String namespace, String dimension, String resource, String form, String noun) {
        this.namespace = namespace;
        this.dimension = dimension;
        this.resource = Pattern.compile(resource);
        this.form = form;
        this.noun = noun;
    }

    /** The quantity that a request names; refuses what there is not. */
    static Quantity of(String namespace, String dimension, String resourceId) {
        Quantity found = Arrays.stream(values())
                .filter(quantity -> quantity.namespace.equals(namespace) && quantity.dimension.equals(dimension))
                .findFirst()
                .orElseThrow(() -> unsupported(namespace, dimension));
        if (resourceId == null || !found.resource.matcher(resourceId).matches()) {
            throw ScalingErrors.validation("Invalid resource id, expected " + found.form + ": " + resourceId);
        }
        return found;
    }

    private static RuntimeException unsupported(String namespace, String dimension) {
        boolean known = Arrays.stream(values()).anyMatch(quantity -> quantity.namespace.equals(namespace));
        return ScalingErrors.validation(
                known
                        ? "Unsupported service namespace, resource type or scalable dimension: " + dimension
                        : "The sandbox scales the service namespaces ecs and dynamodb only, not " + namespace);
    }

    String namespace() {
        return namespace;
    }

    String dimension() {
        return dimension;
    }

    /** How it is spoken of: {@code Setting … to 3.} */
    String noun() {
        return noun;
    }

    boolean ofTables() {
        return this != TASKS;
    }

    boolean reads() {
        return this == TABLE_READS || this == INDEX_READS;
    }

    /** What a policy on it tracks; a service has two such metrics. */
    boolean tracks(Tracked tracked) {
        return switch (tracked) {
            case CPU, MEMORY -> this == TASKS;
            case READ_CAPACITY -> reads();
            case WRITE_CAPACITY -> this == TABLE_WRITES || this == INDEX_WRITES;
        };
    }

    /** What a target is kept under: a table has one for reads and one for writes. */
    String key(String resourceId) {
        return ofTables() ? resourceId + " " + dimension : resourceId;
    }

    /** The service-linked role that scaling acts under. */
    String role(String account) {
        String name = ofTables() ? "DynamoDBTable" : "ECSService";
        return "arn:aws:iam::" + account + ":role/aws-service-role/" + namespace
                + ".application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_" + name;
    }
}
