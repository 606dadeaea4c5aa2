package io.agentctl.control.aws;

import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Says in the failure of a call that did not get through where it went: "Connection refused" alone tells nobody. */
final class NameEndpoint implements ExecutionInterceptor {

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable failure = context.exception();
        // What is more special, such as a timeout, tells its own tale.
        if (failure.getClass() != SdkClientException.class || !(rootOf(failure) instanceof IOException)) {
            return failure;
        }
        return context.httpRequest()
                .<Throwable>map(request -> new Unreachable(endpoint(request), failure))
                .orElse(failure);
    }

    private static String endpoint(SdkHttpRequest request) {
        return request.protocol() + "://" + request.host() + ":" + request.port();
    }

    static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A call that did not get through to an endpoint. */
    static final class Unreachable extends SdkClientException {

        private static final long serialVersionUID = 1L;

        Unreachable(String endpoint, Throwable cause) {
            super(SdkClientException.builder()
                    .message(said(rootOf(cause)) + " (" + endpoint + ")")
                    .cause(cause));
        }

        private static String said(Throwable root) {
            return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        }
    }
}
