package io.agentctl.sandbox.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.sandbox.function.FunctionCode;
import io.agentctl.sandbox.workload.Noise;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;

/**
 * Invokes functions. An invocation takes real time, as long as the model says or a part of it; the clock may be moved
 * meanwhile.
 */
final class Invoker {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int SYNCHRONOUS_LIMIT = 6 * 1024 * 1024;
    private static final int EVENT_LIMIT = 1024 * 1024;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final double MILLIS_PER_SECOND = 1000;

    /** Keeps what decides about failures apart from what decides about durations. */
    private static final long FAILURES = 0x5eed_0f_fa11L;

    private final LambdaState state;
    private final CodeRunner code;
    private final FunctionLogs logs;

    Invoker(LambdaState state, CodeRunner code, FunctionLogs logs) {
        this.state = state;
        this.code = code;
        this.logs = logs;
    }

    InvokeResponse invoke(InvokeRequest request) {
        FunctionName name = FunctionName.parse(request.functionName(), request.qualifier());
        byte[] payload =
                request.payload() == null ? new byte[0] : request.payload().asByteArrayUnsafe();
        InvocationType type =
                request.invocationType() == null ? InvocationType.REQUEST_RESPONSE : request.invocationType();
        check(payload, type);
        return switch (type) {
            case DRY_RUN -> {
                state.simulation().now(() -> state.configuration(name));
                yield InvokeResponse.builder().statusCode(NO_CONTENT).build();
            }
            case EVENT -> {
                Invocation invocation = state.simulation().now(() -> admit(name));
                Thread.startVirtualThread(() -> run(invocation, payload));
                yield InvokeResponse.builder().statusCode(ACCEPTED).build();
            }
            case REQUEST_RESPONSE -> {
                Invocation invocation = state.simulation().now(() -> admit(name));
                yield answer(run(invocation, payload), payload, request.logType() == LogType.TAIL);
            }
            case UNKNOWN_TO_SDK_VERSION ->
                throw LambdaErrors.invalid("Unknown invocation type: " + request.invocationTypeAsString());
        };
    }

    private static void check(byte[] payload, InvocationType type) {
        int limit = type == InvocationType.EVENT ? EVENT_LIMIT : SYNCHRONOUS_LIMIT;
        if (payload.length > limit) {
            throw LambdaErrors.tooLarge(payload.length, type.toString(), limit);
        }
        if (payload.length > 0) {
            try {
                MAPPER.readTree(payload);
            } catch (JsonProcessingException e) {
                throw LambdaErrors.notJson(e.getOriginalMessage());
            } catch (IOException e) {
                throw LambdaErrors.notJson(e.getMessage());
            }
        }
    }

    private Invocation admit(FunctionName name) {
        LambdaFunction function = state.function(name);
        FunctionConfiguration version = function.route(name.qualifier()).orElseThrow(() -> state.notFound(name));
        if (version.state() == State.PENDING) {
            throw LambdaErrors.conflict(
                    "The operation cannot be performed at this time. The function is currently in the"
                            + " following state: Pending");
        }
        Environment environment = environment(function, name.qualifier(), version.version());
        long number = function.nextInvocation();
        Durations durations = function.behaviour().durations();
        int memory = version.memorySize();
        Durations.Run run = durations.draw(memory, function.seed(), number);
        double limit = version.timeout() * MILLIS_PER_SECOND;
        boolean killed = durations.memoryNeeded() > memory;
        return new Invocation(
                function,
                name.qualifier(),
                version,
                state.ids().uuid(),
                state.simulation().instant(),
                Math.min(run.millis(), limit),
                environment.cold() ? OptionalDouble.of(run.initMillis()) : OptionalDouble.empty(),
                killed ? memory : Math.min(memory, run.memoryUsed()),
                killed ? Invocation.Ending.OUT_OF_MEMORY : ending(function, number, run.millis() > limit),
                environment,
                CodeOutput.NONE);
    }

    private Environment environment(LambdaFunction function, String qualifier, String version) {
        Counts counts = new Counts(function, qualifier, state.simulation().instant());
        Provisioned ready = function.provisioned().get(qualifier);
        if (ready != null && ready.acquire()) {
            counts.ready(ready);
            return new Environment(false, (now, reusable) -> ready.release());
        }
        refuseBeyondLimits(function, counts);
        Environments onDemand = function.environments(version);
        boolean cold = onDemand.acquire(state.simulation().instant());
        counts.onDemand(ready);
        return new Environment(cold, onDemand::release);
    }

    private void refuseBeyondLimits(LambdaFunction function, Counts counts) {
        OptionalInt reserved = function.reserved();
        if (reserved.isPresent() && function.running() >= reserved.getAsInt()) {
            counts.throttled();
            throw LambdaErrors.throttled(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
        }
        if (reserved.isEmpty() && state.unreservedRunning() >= state.unreservedConcurrency()) {
            counts.throttled();
            throw LambdaErrors.throttled(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
        }
    }

    private static Invocation.Ending ending(LambdaFunction function, long number, boolean late) {
        if (late) {
            return Invocation.Ending.TIMED_OUT;
        }
        return Noise.uniform(function.seed() ^ FAILURES, number)
                        < function.behaviour().failureRate()
                ? Invocation.Ending.FAILED
                : Invocation.Ending.ANSWERED;
    }

    private Invocation run(Invocation admitted, byte[] payload) {
        Invocation ended = admitted;
        try {
            Optional<FunctionCode> real = admitted.function().behaviour().code().filter(runs(admitted));
            if (real.isPresent()) {
                ended = code.run(admitted, real.get(), SdkBytes.fromByteArrayUnsafe(payload), state.timeScale());
            } else {
                Thread.sleep(admitted.elapsed(state.timeScale()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(ended);
        }
        return ended;
    }

    /** What the world has fail, fails before its code would run. */
    private static Predicate<FunctionCode> runs(Invocation admitted) {
        return switch (admitted.ending()) {
            case ANSWERED, TIMED_OUT -> code -> true;
            case FAILED, OUT_OF_MEMORY -> code -> false;
        };
    }

    private void end(Invocation invocation) {
        state.simulation().now(() -> {
            Instant now = state.simulation().instant();
            invocation.environment().release().accept(now, invocation.reusable());
            new Counts(invocation.function(), invocation.qualifier(), now).ended(invocation);
            return null;
        });
        String group = "/aws/lambda/" + invocation.function().name();
        String stream = DAY.format(state.simulation().instant()) + "/["
                + invocation.version().version() + "]code";
        invocation.output().log().lines().forEach(line -> logs.line(group, stream, line));
    }

    private static InvokeResponse answer(Invocation invocation, byte[] payload, boolean tail) {
        InvokeResponse.Builder response = InvokeResponse.builder()
                .statusCode(OK)
                .executedVersion(invocation.version().version())
                .logResult(tail ? LogTail.of(invocation) : null);
        if (invocation.ending() == Invocation.Ending.ANSWERED) {
            return response.payload(invocation
                            .output()
                            .payload()
                            .orElseGet(() -> SdkBytes.fromByteArrayUnsafe(
                                    invocation.function().behaviour().answer().to(payload))))
                    .build();
        }
        ObjectNode error = MAPPER.createObjectNode()
                .put("errorType", invocation.errorType())
                .put("errorMessage", invocation.errorMessage());
        return response.functionError("Unhandled")
                .payload(SdkBytes.fromUtf8String(error.toString()))
                .build();
    }
}
