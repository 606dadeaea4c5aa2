package io.agentctl.sandbox.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.function.CodeInvocation;
import io.agentctl.sandbox.function.CodeResult;
import io.agentctl.sandbox.function.FunctionCode;
import io.agentctl.sandbox.function.FunctionProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * Runs a function's code for real. What was measured holds on this machine's CPUs; less memory has less of them, as
 * with {@link DurationModel}, and the rest of the time is waited for.
 */
final class CodeRunner {
    private static final double MEMORY_OF_ONE_CPU = 1769;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int LARGEST_ANSWER = 6 * 1024 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FunctionProcesses processes;

    CodeRunner(FunctionProcesses processes) {
        this.processes = processes;
    }

    /**
     * Runs an invocation that was let in.
     *
     * @param timeScale how much real time is waited for beyond what code took
     * @return the invocation as it ended
     */
    Invocation run(Invocation admitted, FunctionCode code, SdkBytes payload, double timeScale)
            throws InterruptedException {
        FunctionConfiguration version = admitted.version();
        Map<String, String> variables =
                version.environment() == null ? Map.of() : version.environment().variables();
        try {
            CodeResult result = processes.run(new CodeInvocation(
                    code,
                    variables,
                    admitted.function().name(),
                    version.version(),
                    admitted.function().arn() + ":" + admitted.qualifier(),
                    admitted.requestId(),
                    payload,
                    version.memorySize(),
                    Duration.ofSeconds(version.timeout())));
            return ended(admitted, result, timeScale);
        } catch (IOException failed) {
            return admitted.ended(
                    0,
                    OptionalDouble.empty(),
                    1,
                    Invocation.Ending.FAILED,
                    error("Runtime.ExitError", "no process could be started: " + failed.getMessage(), ""));
        }
    }

    private static Invocation ended(Invocation admitted, CodeResult result, double timeScale)
            throws InterruptedException {
        int memory = admitted.version().memorySize();
        double limit = (double) admitted.version().timeout() * MILLIS_PER_SECOND;
        double computing = result.cpuMillis() * (Math.max(1, MEMORY_OF_ONE_CPU / memory) - 1);
        double millis = Math.min(result.millis() + computing, limit);
        boolean late = result.millis() + computing >= limit;
        // A process serves all versions; one whose environment should be new tells what its own start took.
        boolean cold = result.fresh() || admitted.initMillis().isPresent();
        double waiting = millis - result.millis() + (cold && !result.fresh() ? result.initMillis() : 0);
        Thread.sleep(Duration.ofNanos((long) (Math.max(0, waiting) * timeScale * NANOS_PER_MILLI)));
        return admitted.ended(
                millis,
                cold ? OptionalDouble.of(result.initMillis()) : OptionalDouble.empty(),
                Math.min(memory, result.memoryUsed().orElse(admitted.memoryUsed())),
                late ? Invocation.Ending.TIMED_OUT : ending(result),
                output(result));
    }

    private static Invocation.Ending ending(CodeResult result) {
        return switch (result.kind()) {
            case ANSWERED -> tooLarge(result) ? Invocation.Ending.FAILED : Invocation.Ending.ANSWERED;
            case FAILED, EXITED -> Invocation.Ending.FAILED;
            case TIMED_OUT -> Invocation.Ending.TIMED_OUT;
            case OUT_OF_MEMORY -> Invocation.Ending.OUT_OF_MEMORY;
        };
    }

    private static boolean tooLarge(CodeResult result) {
        return result.payload().asByteArrayUnsafe().length > LARGEST_ANSWER;
    }

    private static CodeOutput output(CodeResult result) {
        return switch (result.kind()) {
            case ANSWERED ->
                tooLarge(result)
                        ? error(
                                "Function.ResponseSizeTooLarge",
                                "Response payload size exceeded maximum allowed payload size (6291556 bytes).",
                                result.log())
                        : new CodeOutput(Optional.of(result.payload()), "", "", false, result.log());
            case FAILED, EXITED -> told(result);
            case TIMED_OUT, OUT_OF_MEMORY -> new CodeOutput(Optional.empty(), "", "", true, result.log());
        };
    }

    private static CodeOutput told(CodeResult result) {
        String type = "Runtime.Unknown";
        String message = "";
        try {
            JsonNode error = MAPPER.readTree(result.payload().asByteArrayUnsafe());
            type = error.path("errorType").asText(type);
            message = error.path("errorMessage").asText(message);
        } catch (IOException ignored) {
            // Then all that is known is that it failed.
        }
        return new CodeOutput(
                Optional.of(result.payload()), type, message, result.kind() == CodeResult.Kind.EXITED, result.log());
    }

    private static CodeOutput error(String type, String message, String log) {
        String json = MAPPER.createObjectNode()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString();
        return new CodeOutput(Optional.of(SdkBytes.fromUtf8String(json)), type, message, false, log);
    }
}
