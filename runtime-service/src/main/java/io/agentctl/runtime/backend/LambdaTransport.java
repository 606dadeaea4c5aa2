package io.agentctl.runtime.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.runtime.backend.BackendException.Repeat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * Invokes a function and waits for its result. The client must not retry by itself: see {@link BackendClients#prepare}.
 *
 * <p>A function refuses a request by an error of a type in {@link #REJECTIONS}; any other error is a failure.
 */
final class LambdaTransport implements Transport {

    /** Names of error types, without their package. */
    static final Set<String> REJECTIONS = Set.of(
            "BadRequest",
            "BadRequestException",
            "Rejected",
            "RejectedException",
            "ValidationError",
            "ValidationException");

    /** Of the service, not of the function (Lambda API, Invoke). */
    private static final Set<String> REFUSALS =
            Set.of("InvalidRequestContentException", "RequestTooLargeException", "UnsupportedMediaTypeException");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String backend;
    private final BackendTarget.Lambda target;
    private final int answerLimit;
    private final LambdaClient client;
    private final AwsFailures failures;

    LambdaTransport(String backend, BackendTarget.Lambda target, int answerLimit, LambdaClient client) {
        this.backend = backend;
        this.target = target;
        this.answerLimit = answerLimit;
        this.client = client;
        this.failures = new AwsFailures(backend, REFUSALS);
    }

    @Override
    public byte[] send(BackendCall call, Duration timeout) throws BackendException {
        InvokeResponse response;
        try {
            response = client.invoke(request(call));
        } catch (TooManyRequestsException throttled) {
            String after = throttled.retryAfterSeconds();
            throw BackendException.overloaded(
                    "The back end %s has no capacity left: %s".formatted(backend, throttled.reasonAsString()),
                    after == null ? Duration.ZERO : HttpStatusRule.retryAfter(after, Instant.now()),
                    throttled);
        } catch (SdkException failure) {
            throw failures.translate(failure);
        }
        byte[] payload =
                response.payload() == null ? new byte[0] : response.payload().asByteArrayUnsafe();
        if (response.functionError() != null) {
            throw functionError(payload);
        }
        if (payload.length > answerLimit) {
            throw BackendException.failed(
                    "The back end %s answered more than %d bytes".formatted(backend, answerLimit), Repeat.NEVER, null);
        }
        return JsonAnswer.of(payload, backend);
    }

    private InvokeRequest request(BackendCall call) {
        InvokeRequest.Builder request = InvokeRequest.builder()
                .functionName(target.function())
                .invocationType(InvocationType.REQUEST_RESPONSE)
                .payload(SdkBytes.fromByteArrayUnsafe(call.body()));
        target.qualifier().ifPresent(request::qualifier);
        TraceHeaders.clientContext(call.headers()).ifPresent(request::clientContext);
        TraceHeaders.xray(call.headers())
                .ifPresent(trace ->
                        request.overrideConfiguration(override -> override.putHeader("X-Amzn-Trace-Id", trace)));
        return request.build();
    }

    /**
     * The payload of an error is {@code {"errorType": …, "errorMessage": …}}; the message may hold what nobody should
     * see.
     */
    private BackendException functionError(byte[] payload) {
        String type = "";
        String said = "";
        try {
            JsonNode error = MAPPER.readTree(payload);
            type = error.path("errorType").asText("");
            said = error.path("errorMessage").asText("");
        } catch (IOException ignored) {
            // Then it failed without a type, which is the most that can be said of it.
        }
        String message = "The function of the back end %s ended with an error%s"
                .formatted(backend, type.isEmpty() ? "" : " of type " + type);
        if (REJECTIONS.contains(type.substring(type.lastIndexOf('.') + 1))) {
            return BackendException.rejected(message, null);
        }
        if (type.equals("Sandbox.Timedout") || said.contains("Task timed out after")) {
            return BackendException.late(message, Repeat.IF_IDEMPOTENT, null);
        }
        return BackendException.failed(message, Repeat.IF_IDEMPOTENT, null);
    }

    @Override
    public void close() {
        // The client is shared, and closed by its owner.
    }
}
