package io.agentctl.control.lambda.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.race.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How failed invocations are told apart. */
class InvocationErrorTest {

    @Test
    void aTimeOutIsKnownByTheMessageOrTheReport() {
        assertThat(outcome("{\"errorMessage\": \"2026-11-24T10:00:00Z 4f0d Task timed out after 3.00 seconds\"}", ""))
                .isEqualTo(Outcome.TIMED_OUT);
        assertThat(outcome("{}", report(128, 90) + "\tStatus: timeout")).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void wantOfMemoryIsKnownByItsNameOrByWhatWasUsed() {
        assertThat(outcome("{\"errorType\": \"Runtime.OutOfMemory\"}", "")).isEqualTo(Outcome.OUT_OF_MEMORY);
        String killed =
                "{\"errorType\": \"Runtime.ExitError\", \"errorMessage\": \"exited with error: signal: killed\"}";
        assertThat(outcome(killed, report(128, 128))).isEqualTo(Outcome.OUT_OF_MEMORY);
        assertThat(outcome(killed, report(128, 60))).isEqualTo(Outcome.FUNCTION_ERROR);
    }

    @Test
    void anythingElseIsTheFunctionsOwnFailure() {
        assertThat(outcome("{\"errorType\": \"KeyError\", \"errorMessage\": \"'x'\"}", report(128, 128)))
                .isEqualTo(Outcome.FUNCTION_ERROR);
        assertThat(outcome("not JSON", "")).isEqualTo(Outcome.FUNCTION_ERROR);
    }

    private static Outcome outcome(String answer, String log) {
        return InvocationError.outcome(answer, log.isEmpty() ? Optional.empty() : ReportLine.find(log));
    }

    private static String report(int size, int used) {
        return "REPORT RequestId: 4f0d\tDuration: 3.00 ms\tBilled Duration: 3 ms\tMemory Size: " + size
                + " MB\tMax Memory Used: " + used + " MB";
    }
}
