package io.agentctl.control.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;

/** Sends one request to a runtime's {@code POST /dispatch}. */
public final class Dispatch implements UseCase<Dispatch.Request, Dispatch.Result> {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    /**
     * Asks for a dispatch.
     *
     * @param json the body, which goes out as it is: what the runtime says to a bad one is for the user to see
     */
    public record Request(RuntimeAddress runtime, String json) {}

    /**
     * The runtime's answer.
     *
     * @param status of HTTP: 200 if it was carried out, 403 if a policy denied it
     * @param took as the caller saw it
     * @param answer the whole body
     */
    public record Result(int status, Duration took, JsonNode answer) {

        /** Whether it was carried out. */
        public boolean allowed() {
            return status == OK;
        }
    }

    /**
     * Dispatches.
     *
     * @throws AgentctlException BAD_DOCUMENT if the runtime refuses the body, NOT_SIGNED_IN if it wants a token,
     *     THROTTLED if it is overloaded, FAILED if it fails; a denial is a result
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        RuntimeGateway.Answer answer = request.runtime().gateway().post("/dispatch", request.json());
        Result result = new Result(answer.status(), answer.took(), answer.body());
        if (answer.status() == OK || answer.status() == FORBIDDEN) {
            return result;
        }
        throw refused(request.runtime(), answer);
    }

    private static AgentctlException refused(RuntimeAddress runtime, RuntimeGateway.Answer answer) {
        String said =
                answer.body().path("detail").asText(answer.body().path("title").asText(""));
        String pointer = answer.body().path("pointer").asText("");
        String message = "the runtime at " + runtime + " answered " + answer.status()
                + (said.isEmpty() ? "" : ": " + said) + (pointer.isEmpty() ? "" : " (at " + pointer + ")");
        return switch (answer.status()) {
            case UNAUTHORIZED ->
                new AgentctlException(ErrorCode.NOT_SIGNED_IN, message, "Put a token into AGENTCTL_RUNTIME_TOKEN.");
            case UNAVAILABLE -> new AgentctlException(ErrorCode.THROTTLED, message, "Try again in a moment.");
            default ->
                answer.status() >= SERVER_ERROR
                        ? new AgentctlException(ErrorCode.FAILED, message, "'agentctl runtime health' tells more.")
                        : new AgentctlException(ErrorCode.BAD_DOCUMENT, message, "");
        };
    }
}
