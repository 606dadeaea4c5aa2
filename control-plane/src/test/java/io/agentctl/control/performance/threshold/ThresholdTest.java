package io.agentctl.control.performance.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.SomeResult;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds, read and judged. */
class ThresholdTest {

    /** 500 answers of 1 to 500 ms in 10 s, and 2 timeouts. */
    private static final Measured TOTAL = SomeResult.typical().total();

    @ParameterizedTest
    @CsvSource({
        "p95<500ms, MET, 475 ms",
        "p95 < 0.4s, MISSED, 475 ms",
        "p99.9<=501ms, MET, 500 ms",
        "median<251ms, MET, 250 ms",
        "mean<200ms, MISSED, 251 ms",
        "max<500us, MISSED, 500 ms",
        "errors<1%, MET, 0.40 %",
        "errors<1, MISSED, 2",
        "rate>=50/s, MET, 50.0/s",
        "rate>3001/m, MISSED, 50.0/s",
        "status.200>99%, MET, 100 %",
        "status.5xx<1, MET, 0",
    })
    void theWholeIsJudged(String text, Standing standing, String measured) {
        ThresholdOutcome outcome = new Judge(TOTAL, List.of()).judge(threshold(text));

        assertThat(outcome.standing()).isEqualTo(standing);
        assertThat(outcome.measured()).isEqualTo(measured);
    }

    @Test
    void aSustainedOneIsMissedOnlyByIntervalsOnEnd() {
        Judge interrupted = judge(900, 900, 20, 900, 900, 20);
        Judge sustained = judge(20, 900, 900, 900, 20, 20);

        assertThat(interrupted.judge(threshold("p95<500ms for 3s")).standing()).isEqualTo(Standing.MET);
        assertThat(sustained.judge(threshold("p95<500ms for 3s")).standing()).isEqualTo(Standing.MISSED);
        assertThat(sustained.judge(threshold("p95<500ms for 3s")).measured())
                .isEqualTo("beyond it for 3 s from second 1");
        assertThat(sustained.judge(threshold("p95<500ms for 4s")).standing()).isEqualTo(Standing.MET);
    }

    @Test
    void anIntervalWithoutAnswersNeitherEndsNorBeginsAStretch() {
        assertThat(judge(900, -1, 900, 20).judge(threshold("max<500ms for 3s")).standing())
                .as("beyond it, nothing, beyond it: three seconds on end")
                .isEqualTo(Standing.MISSED);
        assertThat(judge(-1, -1).judge(threshold("max<500ms for 1s")).standing())
                .isEqualTo(Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "p95<500m, 5, compared with a time",
        "p95=500ms, 4, 'expected <, <=, > or >='",
        "p95<fast, 5, expected a number",
        "p100<5ms, 1, there is no figure 'p100'",
        "erors<1%, 1, Did you mean errors",
        "errors<101%, 8, a share up to 100%",
        "errors<1ms, 8, a share up to 100%",
        "rate>50, 6, a rate such as 50/s",
        "p95<500ms fro 3s, 11, expected 'for'",
        "p95<500ms for 3, 15, expected a duration",
        "p95<500ms for 3s ever, 18, expected the end",
        "errors<5 for 3s, 1, a number of errors",
        "'', 1, expected <",
    })
    void aMistakeIsPointedAt(String text, int column, String said) {
        AgentctlException refused = catchThrowableOfType(AgentctlException.class, () -> threshold(text));

        assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
        assertThat(refused.getMessage())
                .startsWith("--threshold: column " + column + ": ")
                .contains(said);
        assertThat(refused.advice()).contains("\n  " + " ".repeat(column - 1) + "^\n");
    }

    private static Threshold threshold(String text) {
        return ThresholdParser.parse(text, "--threshold", ErrorCode.USAGE);
    }

    /** A second each, with one answer of so many milliseconds; none where that is below 0. */
    private static Judge judge(int... millis) {
        List<Interval> intervals = new ArrayList<>();
        for (int milli : millis) {
            Histogram micros = Latencies.empty();
            if (milli >= 0) {
                micros.recordValue(milli * 1000L);
            }
            intervals.add(new Interval(0, intervals.size(), 1, 0, Latencies.of(micros)));
        }
        return new Judge(TOTAL, intervals);
    }
}
