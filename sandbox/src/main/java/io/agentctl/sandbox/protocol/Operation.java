package io.agentctl.sandbox.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * One operation of an SDK client interface.
 *
 * @param name the operation's name on the wire, such as {@code DescribeServices}
 * @param method the client interface's method that takes the request
 * @param requestBuilder the static {@code builder()} of the request class
 */
public record Operation(String name, Method method, Method requestBuilder) {
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
        try {
            return (SdkPojo) requestBuilder.invoke(null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("No builder for " + name, e);
        }
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
        try {
            return (SdkPojo) method.invoke(client, request);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(name + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot call " + name, e);
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
