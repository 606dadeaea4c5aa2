package io.agentctl.sandbox.http;

import io.agentctl.sandbox.protocol.Pojos;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What a request is about, as far as its members' names tell. */
final class ResourceHint {
    private static final List<String> TELLING = List.of(
            "service",
            "serviceName",
            "services",
            "taskDefinition",
            "family",
            "ResourceId",
            "resourceArn",
            "serviceDeploymentArn",
            "serviceDeploymentArns",
            "tasks",
            "Namespace",
            "FunctionName",
            "Resource",
            "QueueUrl",
            "QueueName",
            "cluster",
            "clusterName");

    private ResourceHint() {}

    static String of(SdkPojo request) {
        Map<String, SdkField<?>> fields = request.sdkFieldNameToField();
        for (String name : TELLING) {
            SdkField<?> field = fields.get(name);
            Object value = field == null ? null : Pojos.valueOf(field, request);
            if (value instanceof String text) {
                return text;
            }
            if (value instanceof List<?> list) {
                return list.stream().map(Object::toString).collect(Collectors.joining(","));
            }
        }
        return "";
    }
}
