package io.agentctl.cli.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.permission.PolicyDocument;
import java.util.List;

/**
 * What must be allowed.
 *
 * @param documents the policy, or several to be attached together where one would be longer than IAM takes
 * @param permissions the same, an action a line
 */
record PermissionList(List<PolicyDocument> documents, List<Line> permissions) {

    PermissionList {
        documents = List.copyOf(documents);
        permissions = List.copyOf(permissions);
    }

    /**
     * An action.
     *
     * @param action such as {@code ecs:UpdateService}
     * @param resources ARNs, or {@code *}
     * @param access {@code read} or {@code change}
     * @param commands that need it
     */
    record Line(String action, List<String> resources, String access, List<String> commands) {}

    /**
     * For programs.
     *
     * @param policies as IAM takes them
     */
    record Contract(List<JsonNode> policies, List<Line> permissions) {}

    Contract contract() {
        return new Contract(
                documents.stream().map(document -> (JsonNode) document.json()).toList(), permissions);
    }
}
