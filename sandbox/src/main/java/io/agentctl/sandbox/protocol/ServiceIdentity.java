package io.agentctl.sandbox.protocol;

import java.util.Objects;

/**
 * How requests name a service.
 *
 * @param name the signing name in the credential scope, such as {@code ecs} or {@code monitoring}
 * @param targetPrefix what precedes the dot in {@code X-Amz-Target}, and the service in RPC v2 paths
 * @param xmlNamespace the namespace of Query answers; empty where the service has no Query protocol
 */
public record ServiceIdentity(String name, String targetPrefix, String xmlNamespace) {
    /** Validates. */
    public ServiceIdentity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(targetPrefix, "targetPrefix");
        Objects.requireNonNull(xmlNamespace, "xmlNamespace");
    }
}
