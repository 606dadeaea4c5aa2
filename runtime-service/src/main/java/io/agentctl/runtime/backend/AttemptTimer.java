package io.agentctl.runtime.backend;

import io.agentctl.runtime.backend.BackendException.Repeat;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends an attempt on time, whatever it is stuck in. A client's own timeouts are not enough: a target that sends a byte
 * now and then resets those that bound silence. Each attempt has a virtual thread of its own; interrupting one closes
 * the socket that it waits for.
 */
final class AttemptTimer {

    private AttemptTimer() {}

    static byte[] run(Transport transport, BackendCall call, Duration timeout, String backend)
            throws BackendException, InterruptedException {
        FutureTask<byte[]> attempt = new FutureTask<>(() -> transport.send(call, timeout));
        Thread.ofVirtual().name("attempt-" + backend).start(attempt);
        try {
            return attempt.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw BackendException.late(
                    "The back end %s did not answer within %d ms".formatted(backend, timeout.toMillis()),
                    Repeat.IF_IDEMPOTENT,
                    late);
        } catch (ExecutionException problem) {
            throw failure(problem.getCause(), backend);
        } finally {
            attempt.cancel(true);
        }
    }

    private static BackendException failure(Throwable cause, String backend) {
        if (cause instanceof BackendException failure) {
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return BackendException.failed("The call to the back end %s broke".formatted(backend), Repeat.NEVER, cause);
    }
}
