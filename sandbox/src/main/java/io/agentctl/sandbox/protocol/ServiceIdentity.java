package io.agentctl.sandbox.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How requests name a service.
 *
 * @param name the signing name in the credential scope, such as {@code ecs} or {@code monitoring}
 * @param targetPrefix what precedes the dot in {@code X-Amz-Target}, and the service in RPC v2 paths; empty for REST
 * @param xmlNamespace the namespace of Query answers; empty where the service has no Query protocol
 * @param routes the operations of a REST service; empty for others
 * @param errorShapes the names of errors in the service model by their codes, where the SDK's class does not tell
 */
public record ServiceIdentity(
        String name,
        String targetPrefix,
        String xmlNamespace,
        List<RestRoute> routes,
        Map<String, String> errorShapes) {
    /** Validates and copies. */
    public ServiceIdentity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(targetPrefix, "targetPrefix");
        Objects.requireNonNull(xmlNamespace, "xmlNamespace");
        routes = List.copyOf(routes);
        errorShapes = Map.copyOf(errorShapes);
    }

    /** A service that names its operations in a header or a parameter. */
    public static ServiceIdentity rpc(String name, String targetPrefix, String xmlNamespace) {
        return new ServiceIdentity(name, targetPrefix, xmlNamespace, List.of(), Map.of());
    }

    /** A REST service with JSON bodies. */
    public static ServiceIdentity rest(String name, List<RestRoute> routes) {
        return new ServiceIdentity(name, "", "", routes, Map.of());
    }

    /** The same with names of errors. */
    public ServiceIdentity withErrorShapes(Map<String, String> shapes) {
        return new ServiceIdentity(name, targetPrefix, xmlNamespace, routes, shapes);
    }
}
