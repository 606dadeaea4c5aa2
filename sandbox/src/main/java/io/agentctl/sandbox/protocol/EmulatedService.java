package io.agentctl.sandbox.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A service that the sandbox answers for: an implementation of the SDK's client interface, and how it is addressed.
 * Operations are looked up when they are first called, by the SDK's naming rules: listing an interface's methods would
 * load the classes of all of them, which takes longer than everything else at the start.
 */
public final class EmulatedService {
    private static final Pattern OPERATION_NAME = Pattern.compile("[A-Z][A-Za-z0-9]{1,100}");

    private final ServiceIdentity identity;
    private final Class<?> clientInterface;
    private final Object client;
    private final Map<String, Optional<Operation>> operations = new ConcurrentHashMap<>();

    private EmulatedService(ServiceIdentity identity, Class<?> clientInterface, Object client) {
        this.identity = Objects.requireNonNull(identity, "identity");
        this.clientInterface = Objects.requireNonNull(clientInterface, "clientInterface");
        this.client = Objects.requireNonNull(client, "client");
    }

    /**
     * A service.
     *
     * @param identity how requests name it
     * @param clientInterface the SDK's client interface
     * @param client its implementation
     */
    public static <T> EmulatedService of(ServiceIdentity identity, Class<T> clientInterface, T client) {
        return new EmulatedService(identity, clientInterface, client);
    }

    /** How requests name the service. */
    public ServiceIdentity identity() {
        return identity;
    }

    /** The implementation of the SDK's client interface. */
    public Object client() {
        return client;
    }

    /** The operation of that name, or empty when the service has none. */
    public Optional<Operation> operation(String name) {
        if (!OPERATION_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return operations.computeIfAbsent(name, this::find);
    }

    private Optional<Operation> find(String name) {
        String model = clientInterface.getPackageName() + ".model." + name;
        String method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            Class<?> request = Class.forName(model + "Request");
            Class<?> builder = Class.forName(model + "Request$Builder");
            Class<?> response = Class.forName(model + "Response");
            return Optional.of(new Operation(
                    name,
                    lookup.findVirtual(clientInterface, method, MethodType.methodType(response, request)),
                    lookup.findStatic(request, "builder", MethodType.methodType(builder))));
        } catch (ReflectiveOperationException ignored) {
            return Optional.empty();
        }
    }
}
