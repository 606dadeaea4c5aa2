package io.agentctl.sandbox.protocol;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * A service that the sandbox answers for: an implementation of the SDK's client interface, and how it is addressed.
 *
 * @param identity how requests name the service on the wire
 * @param client an implementation of the SDK's client interface
 * @param operations the interface's operations by name
 */
public record EmulatedService(ServiceIdentity identity, Object client, Map<String, Operation> operations) {
    /** Validates. */
    public EmulatedService {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(client, "client");
        operations = Map.copyOf(operations);
    }

    /**
     * Reads the operations off the client interface once.
     *
     * @param identity how requests name the service
     * @param clientInterface the SDK's client interface
     * @param client its implementation
     */
    public static <T> EmulatedService of(ServiceIdentity identity, Class<T> clientInterface, T client) {
        Map<String, Operation> operations = new TreeMap<>();
        for (Method method : clientInterface.getMethods()) {
            if (isOperation(method)) {
                Class<?> request = method.getParameterTypes()[0];
                String name = request.getSimpleName().replaceFirst("Request$", "");
                operations.put(name, new Operation(name, method, builderOf(request)));
            }
        }
        return new EmulatedService(identity, client, operations);
    }

    private static boolean isOperation(Method method) {
        return method.getParameterCount() == 1
                && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                && SdkPojo.class.isAssignableFrom(method.getReturnType());
    }

    private static Method builderOf(Class<?> request) {
        try {
            return request.getMethod("builder");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(request + " has no builder()", e);
        }
    }

    /** The operation of that name, or empty when the service has none. */
    public Optional<Operation> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }
}
