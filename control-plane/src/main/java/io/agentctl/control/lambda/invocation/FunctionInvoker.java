package io.agentctl.control.lambda.invocation;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.race.Measurement;
import io.agentctl.control.race.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * Invokes a function and tells how long it took, by its report where there is one. The client must make each call once
 * and wait longer than the function may run.
 */
public final class FunctionInvoker {

    /** Refusals that tell of too many callers, which we are one of, and not of the function. */
    private static final Set<ThrottleReason> OURS =
            Set.of(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED, ThrottleReason.UNKNOWN_TO_SDK_VERSION);

    /** Attempts at a call that was refused for the caller's rate, or that the network lost. */
    private static final int ATTEMPTS = 6;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_ERROR = 200;

    private final LambdaClient lambda;
    private final ApiCalls calls;
    private final String function;
    private final Payloads payloads;

    /**
     * Makes one.
     *
     * @param lambda makes each call once
     * @param calls bounds how many are in flight
     */
    public FunctionInvoker(LambdaClient lambda, ApiCalls calls, String function, Payloads payloads) {
        this.lambda = lambda;
        this.calls = calls;
        this.function = function;
        this.payloads = payloads;
    }

    /**
     * Makes a call.
     *
     * @throws AgentctlException NOT_ALLOWED; UNREACHABLE or THROTTLED after several attempts; CONFLICT if the alias is
     *     gone or points elsewhere; INTERRUPTED
     */
    Answered invoke(Call call, Cancellation cancellation) {
        Duration pause = PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(call);
            } catch (AgentctlException fault) {
                boolean passes = fault.code() == ErrorCode.THROTTLED || fault.code() == ErrorCode.UNREACHABLE;
                if (!passes || attempt == ATTEMPTS) {
                    throw fault;
                }
            }
            if (!cancellation.sleep(pause)) {
                throw new AgentctlException(ErrorCode.INTERRUPTED, "stopped while measuring", "");
            }
            pause = pause.multipliedBy(2);
        }
    }

    private Answered once(Call call) {
        return calls.call("invoke " + function + ":" + call.alias(), () -> {
            long begun = System.nanoTime();
            try {
                InvokeResponse response = lambda.invoke(request -> request.functionName(function)
                        .qualifier(call.alias())
                        .invocationType(InvocationType.REQUEST_RESPONSE)
                        .logType(LogType.TAIL)
                        .payload(SdkBytes.fromByteArrayUnsafe(payloads.nth(call.turn()))));
                requireVersion(call, response);
                return answered(call, response, millisSince(begun));
            } catch (TooManyRequestsException refused) {
                if (refused.reason() == null || OURS.contains(refused.reason())) {
                    throw refused;
                }
                return failed(call, Outcome.THROTTLED, refused.reasonAsString());
            } catch (ResourceNotFoundException gone) {
                throw moved(call, "is gone", gone);
            } catch (AwsServiceException refused) {
                if (!isResult(refused)) {
                    throw refused;
                }
                return failed(
                        call, Outcome.FUNCTION_ERROR, refused.awsErrorDetails().errorCode());
            }
        });
    }

    /**
     * Such as a key that may not be used, or a network interface that cannot be made: the function's, not the caller's.
     */
    private static boolean isResult(AwsServiceException refused) {
        return refused.statusCode() >= SERVER_ERROR
                && refused.awsErrorDetails() != null
                && refused.awsErrorDetails().errorCode() != null
                && !refused.awsErrorDetails().errorCode().equals("ServiceException");
    }

    private void requireVersion(Call call, InvokeResponse response) {
        String ran = response.executedVersion();
        if (ran != null && !ran.equals(call.version())) {
            throw moved(call, "points at version " + ran + " instead of " + call.version(), null);
        }
    }

    private AgentctlException moved(Call call, String how, Exception cause) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody changed " + function + " meanwhile: alias " + call.alias() + " " + how,
                "What was measured so far is of no use. Start again.",
                null,
                cause);
    }

    private static Answered answered(Call call, InvokeResponse response, double elapsedMs) {
        Optional<ReportLine> report = Optional.ofNullable(response.logResult())
                .map(log -> new String(Base64.getDecoder().decode(log), StandardCharsets.UTF_8))
                .flatMap(ReportLine::find);
        Outcome outcome = response.functionError() == null
                ? Outcome.SUCCEEDED
                : InvocationError.outcome(response.payload().asUtf8String(), report);
        String error =
                outcome == Outcome.SUCCEEDED ? "" : shortened(response.payload().asUtf8String());
        Measurement measurement = report.map(found -> measured(call, found, outcome))
                .orElseGet(() -> new Measurement(
                        call.size(),
                        elapsedMs,
                        Math.ceil(elapsedMs),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        outcome));
        return new Answered(measurement, report.isEmpty(), error);
    }

    private static Measurement measured(Call call, ReportLine report, Outcome outcome) {
        double least = outcome == Outcome.SUCCEEDED ? ReportLine.RESOLUTION_MS : 0;
        return new Measurement(
                call.size(),
                Math.max(least, report.durationMs()),
                report.billedMs(),
                report.startMs(),
                report.maxMemoryUsedMb(),
                outcome);
    }

    private static Answered failed(Call call, Outcome outcome, String error) {
        return new Answered(Measurement.failed(call.size(), 0, 0, outcome), false, error);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR) + "…";
    }

    private static double millisSince(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }
}
