package io.agentctl.control.performance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every request has its time, which follows from its number alone. */
class ScheduleTest {

    private static final double NANOS = 1e9;

    @Example
    void aSteadyRateIsEvenlySpaced() {
        Schedule schedule = schedule("50/s", "50/s", OptionalLong.empty(), Duration.ofSeconds(30));

        assertThat(schedule.count()).isEqualTo(1500);
        assertThat(schedule.nanos(0)).isZero();
        assertThat(schedule.nanos(1)).isEqualTo(20_000_000);
        assertThat(schedule.nanos(1499)).isEqualTo(29_980_000_000L);
    }

    @Example
    void aRampFromNothingSendsHalfOfWhatItsEndWould() {
        Schedule schedule = schedule("0/s", "100/s", OptionalLong.empty(), Duration.ofSeconds(10));

        assertThat(schedule.count()).isEqualTo(500);
        assertThat(schedule.nanos(125) / NANOS)
                .as("a quarter, in half the time")
                .isCloseTo(5, within(1e-6));
    }

    @Example
    void requestsEndASteadyStageThatHasNoDuration() {
        Stage stage = new Stage(
                "spike", open("500/s", "500/s"), OptionalLong.of(5000), Optional.empty(), false, Duration.ZERO);

        assertThat(stage.planned()).hasValue(5000);
        assertThat(stage.length()).contains(Duration.ofSeconds(10));
    }

    @Example
    void whicheverIsFirstEndsAStage() {
        assertThat(schedule("10/s", "10/s", OptionalLong.of(30), Duration.ofSeconds(10))
                        .length())
                .isEqualTo(Duration.ofSeconds(3).toNanos());
        assertThat(schedule("10/s", "10/s", OptionalLong.of(3000), Duration.ofSeconds(10))
                        .count())
                .isEqualTo(100);
    }

    @Property(tries = 300)
    void timesGrowStayInsideAndAgreeWithWhatIsDue(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(min = 1, max = 2000) int to,
            @ForAll @IntRange(min = 1, max = 60) int seconds) {
        Schedule schedule = schedule(from + "/s", to + "/s", OptionalLong.empty(), Duration.ofSeconds(seconds));
        long before = -1;
        for (long index = 0; index < schedule.count(); index += Math.max(1, schedule.count() / 500)) {
            long nanos = schedule.nanos(index);
            assertThat(nanos).isGreaterThan(before).isLessThan(schedule.length());
            assertThat(schedule.due(nanos + 1)).isEqualTo(index + 1);
            before = nanos;
        }
        assertThat(schedule.due(schedule.length())).isEqualTo(schedule.count());
        assertThat((double) schedule.count()).isCloseTo((from + to) / 2.0 * seconds, within(1.0));
    }

    @Example
    void whatWouldSendNothingOrNeverEndIsRefused() {
        assertThatThrownBy(() -> open("0/s", "0/s")).hasMessageContaining("a rate of 0 sends nothing");
        assertThatThrownBy(() -> new Stage(
                        "x", open("1/s", "1/s"), OptionalLong.empty(), Optional.empty(), false, Duration.ZERO))
                .hasMessageContaining("would never end");
        assertThatThrownBy(() -> new Load.Closed(0, Duration.ZERO)).hasMessageContaining("from 1 to");
    }

    @Example
    void ratesAreReadAndWrittenInTheirUnit() {
        assertThat(Rate.parse("1000/m").perSecond()).isCloseTo(16.6667, within(1e-3));
        assertThat(Rate.parse("1000/m")).hasToString("1000/m");
        assertThat(Rate.parse("50")).hasToString("50/s");
        assertThat(Rate.parse("1800/h")).hasToString("30/m");
        assertThatThrownBy(() -> Rate.parse("fast")).hasMessageContaining("50/s");
    }

    private static Load.Open open(String from, String to) {
        return new Load.Open(Rate.parse(from), Rate.parse(to), OptionalInt.empty());
    }

    private static Schedule schedule(String from, String to, OptionalLong requests, Duration duration) {
        Load.Open open = open(from, to);
        return Schedule.of(new Stage("s", open, requests, Optional.of(duration), false, Duration.ZERO), open);
    }
}
