package io.agentctl.control.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;

/** Reads a runtime's {@code GET /health}. */
public final class CheckHealth implements UseCase<CheckHealth.Request, CheckHealth.Result> {

    private static final int OK = 200;

    /** Asks how a runtime is. */
    public record Request(RuntimeAddress runtime) {}

    /**
     * How it is.
     *
     * @param status of HTTP: 200 if it is well
     * @param health what it says of itself
     */
    public record Result(int status, Duration took, JsonNode health) {

        /** Whether it takes requests. */
        public boolean well() {
            return status == OK;
        }
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        RuntimeGateway.Answer answer = request.runtime().gateway().get("/health");
        return new Result(answer.status(), answer.took(), answer.body());
    }
}
