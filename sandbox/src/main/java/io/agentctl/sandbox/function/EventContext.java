package io.agentctl.sandbox.function;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/**
 * What a handler may ask about an event. The interface is the function's own, by whatever class loader.
 *
 * @param requestId the invocation's id
 * @param deadlineMillis when it is stopped, since the epoch
 * @param arn what was invoked
 * @param log where loggers write
 */
record EventContext(String requestId, long deadlineMillis, String arn, PrintStream log) {

    static EventContext of(HttpURLConnection event, PrintStream log) {
        return new EventContext(
                event.getHeaderField("Lambda-Runtime-Aws-Request-Id"),
                event.getHeaderFieldLong("Lambda-Runtime-Deadline-Ms", 0),
                event.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"),
                log);
    }

    /** As an object of the function's {@code Context}; what is not known is null. */
    Object as(Class<?> context) {
        return proxy(context, (name, type, arguments) -> switch (name) {
            case "getAwsRequestId" -> requestId;
            case "getInvokedFunctionArn" -> arn;
            case "getFunctionName" -> System.getenv("AWS_LAMBDA_FUNCTION_NAME");
            case "getFunctionVersion" -> System.getenv("AWS_LAMBDA_FUNCTION_VERSION");
            case "getMemoryLimitInMB" -> Integer.valueOf(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
            case "getRemainingTimeInMillis" -> (int) Math.max(0, deadlineMillis - System.currentTimeMillis());
            case "getLogger" -> type.isInterface() ? logger(type) : null;
            default -> null;
        });
    }

    private Object logger(Class<?> logger) {
        return proxy(logger, (name, type, arguments) -> {
            if (name.equals("log") && arguments.length > 0) {
                Object said = arguments[0];
                log.println(said instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : said);
            }
            return null;
        });
    }

    /** What a call gives. */
    @FunctionalInterface
    private interface Call {
        Object answer(String name, Class<?> type, Object... arguments);
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.answer(
                        method.getName(), method.getReturnType(), arguments == null ? new Object[0] : arguments));
    }
}
