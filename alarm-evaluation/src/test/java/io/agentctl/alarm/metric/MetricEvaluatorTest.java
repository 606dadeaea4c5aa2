package io.agentctl.alarm.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.metric.Verdict.Basis;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricEvaluatorTest {

    private static final double NONE = Double.NaN;

    private static AlarmRule rule(int datapoints, int periods, MissingData missing) {
        return new AlarmRule(Comparison.GREATER_THAN, 750, 300, periods, datapoints, missing, OptionalDouble.empty());
    }

    private static Verdict evaluate(AlarmRule rule, double... values) {
        return MetricEvaluator.evaluate(rule, Datapoints.of(values), AlarmState.OK);
    }

    @Test
    void theLatestDatapointsCountAndOlderOnesStandInForMissingOnes() {
        AlarmRule rule = rule(2, 2, MissingData.NOT_BREACHING);
        assertThat(evaluate(rule, 900, 900, 100, 900).state()).isEqualTo(AlarmState.OK);
        assertThat(evaluate(rule, 100, 900, NONE, 900).state()).isEqualTo(AlarmState.ALARM);
        assertThat(evaluate(rule, 900, NONE, NONE, 900).considered()).containsExactly(900.0, 900.0);
    }

    @Test
    void aSingleFreshBreachDoesNotAlarmPrematurely() {
        AlarmRule rule = rule(3, 3, MissingData.MISSING);
        assertThat(evaluate(rule, NONE, NONE, NONE, NONE, 900).state()).isEqualTo(AlarmState.OK);
        Verdict old = evaluate(rule, NONE, 900, NONE, NONE, NONE);
        assertThat(old.state()).isEqualTo(AlarmState.ALARM);
        assertThat(old.basis()).isEqualTo(Basis.PREMATURE);
    }

    @Test
    void ignoredMissingDataStillAlarmsOnEnoughBreaches() {
        assertThat(evaluate(rule(2, 3, MissingData.IGNORE), NONE, NONE, 900, 900, NONE)
                        .state())
                .isEqualTo(AlarmState.ALARM);
    }

    @ParameterizedTest
    @CsvSource({"0.99, 999, true", "0.99, 1000, false", "0.5, 19, true", "0.5, 20, false", "0.1, 99, true"})
    void aPercentileFromFewSamplesKeepsTheStateWhereThatIsAsked(double percentile, double samples, boolean kept) {
        AlarmRule asked = new AlarmRule(
                Comparison.GREATER_THAN, 750, 300, 1, 1, MissingData.MISSING, OptionalDouble.of(percentile));
        double[] counts = new double[3];
        Arrays.fill(counts, samples);
        Datapoints range = new Datapoints(new double[] {100, 100, 900}, counts);
        Verdict verdict = MetricEvaluator.evaluate(asked, range, AlarmState.OK);
        assertThat(verdict.state()).isEqualTo(kept ? AlarmState.OK : AlarmState.ALARM);
        assertThat(verdict.basis()).isEqualTo(kept ? Basis.KEPT_FOR_FEW_SAMPLES : Basis.COUNTED);
        assertThat(MetricEvaluator.evaluate(rule(1, 1, MissingData.MISSING), range, AlarmState.OK)
                        .state())
                .isEqualTo(AlarmState.ALARM);
    }

    @ParameterizedTest
    @CsvSource({
        "GreaterThanThreshold, 749, 751, 750",
        "GreaterThanOrEqualToThreshold, 749, 750, 749",
        "LessThanThreshold, 751, 749, 750",
        "LessThanOrEqualToThreshold, 751, 750, 751"
    })
    void comparesAsTheNameSays(String name, double within, double breaching, double edgeWithin) {
        Comparison comparison = Comparison.named(name).orElseThrow();
        assertThat(comparison.breaches(within, 750)).isFalse();
        assertThat(comparison.breaches(breaching, 750)).isTrue();
        assertThat(comparison.breaches(edgeWithin, 750)).isFalse();
    }

    @Test
    void longAlarmsAreDecidedEachHourAndOthersEachMinute() {
        assertThat(rule(2, 2, MissingData.MISSING).evaluatedEverySeconds()).isEqualTo(60);
        assertThat(new AlarmRule(Comparison.LESS_THAN, 1, 21_600, 5, 5, MissingData.MISSING, OptionalDouble.empty())
                        .evaluatedEverySeconds())
                .isEqualTo(3_600);
    }

    @Test
    void refusesWhatCloudWatchRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(3, 2, MissingData.MISSING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(1, 289, MissingData.MISSING))
                .withMessageContaining("at most 1 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AlarmRule(Comparison.LESS_THAN, 1, 45, 1, 1, MissingData.MISSING, OptionalDouble.empty()))
                .withMessageContaining("multiple of 60");
    }

    @Test
    void reasonsReadAsCloudWatchWordsThem() {
        AlarmRule rule = rule(2, 2, MissingData.BREACHING);
        assertThat(Reasons.of(rule, evaluate(rule, 100, 100, 900, 800), AlarmState.OK))
                .isEqualTo("Threshold Crossed: 2 out of the last 2 datapoints [800.0, 900.0] were greater than the"
                        + " threshold (750.0) (minimum 2 datapoints for OK -> ALARM transition).");
        assertThat(Reasons.of(rule, evaluate(rule, NONE, NONE, NONE, 900), AlarmState.OK))
                .contains("2 out of the last 2 datapoints [900.0] were", "1 missing treated as breaching");
        assertThat(Reasons.of(
                        rule(2, 2, MissingData.MISSING),
                        evaluate(rule(2, 2, MissingData.MISSING), NONE, NONE, NONE, NONE),
                        AlarmState.OK))
                .isEqualTo("Insufficient Data: 2 datapoints were unknown.");
    }
}
