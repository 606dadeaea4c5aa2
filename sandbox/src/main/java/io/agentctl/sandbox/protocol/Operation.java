package io.agentctl.sandbox.protocol;

import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * One operation of an SDK client interface.
 *
 * @param name the operation's name on the wire, such as {@code DescribeServices}
 * @param method the client interface's method from request to response
 * @param requestBuilder the static {@code builder()} of the request class
 */
public record Operation(String name, MethodHandle method, MethodHandle requestBuilder) {
    private static final String[] READING_VERBS = {"describe", "list", "get", "batchget", "query", "scan", "transactget"
    };

    /** Validates. */
    public Operation {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(requestBuilder, "requestBuilder");
    }

    /** A fresh request builder to read a request into. */
    SdkPojo newRequestBuilder() {
        return (SdkPojo) call(requestBuilder);
    }

    /**
     * Carries the operation out.
     *
     * @param client an implementation of the interface that the operation belongs to
     * @param request a built request of the operation's request class
     * @return the SDK response object
     * @throws RuntimeException whatever the implementation throws, as it threw it
     */
    public SdkPojo invoke(Object client, SdkRequest request) {
        return (SdkPojo) call(method, client, request);
    }

    private Object call(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + " failed", e);
        }
    }

    /** Whether an operation of this name only reads, judged by its verb as the service models name them. */
    public static boolean reads(String operationName) {
        String lower = operationName.toLowerCase(Locale.ROOT);
        for (String verb : READING_VERBS) {
            if (lower.startsWith(verb)) {
                return true;
            }
        }
        return false;
    }
}
