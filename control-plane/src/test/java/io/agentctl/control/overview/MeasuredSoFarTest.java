package io.agentctl.control.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.metrics.Series;
import io.agentctl.control.overview.Curves.Answers;
import io.agentctl.control.overview.Curves.ServiceCurves;
import io.agentctl.control.overview.CurvesWish.Subjects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Curves of which only what has been measured since is read. */
class MeasuredSoFarTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Reading<Curves> AN_HOUR = Reading.of(curves(TEN, 60, 1, "api"), TEN);

    private final MeasuredSoFar measured = new MeasuredSoFar();

    @Test
    void atFirstAllOfARangeIsReadAndThenTheLatestFiveMinutesAlone() {
        assertThat(since(Range.HOUR, TEN)).isEmpty();

        add(AN_HOUR);

        assertThat(since(Range.HOUR, minutes(1))).contains(minutes(-5));
        assertThat(since(Range.DAY, minutes(1))).isEmpty();
    }

    @Test
    void whatIsReadSinceIsPutBehindWhatIsKnownAndNewerFiguresCount() {
        add(AN_HOUR);

        Curves all = add(Reading.of(curves(minutes(1), 6, 2, "api"), minutes(1)))
                .value()
                .orElseThrow();

        assertThat(all.from()).isEqualTo(minutes(-59));
        assertThat(all.to()).isEqualTo(minutes(1));
        History cpu = all.services().getFirst().cpu();
        assertThat(cpu.start()).isEqualTo(minutes(-59));
        assertThat(cpu.values()).hasSize(60);
        assertThat(cpu.values().subList(53, 55)).containsExactly(OptionalDouble.of(1), OptionalDouble.of(2));
        assertThat(all.answers().p99().values()).hasSize(60);
        assertThat(all.newest()).contains(minutes(1));
    }

    @Test
    void aQuarterOfTheRangeLaterAllOfItIsReadAgain() {
        add(AN_HOUR);
        add(Reading.of(curves(minutes(14), 19, 2, "api"), minutes(14)));

        assertThat(since(Range.HOUR, minutes(14))).isPresent();
        assertThat(since(Range.HOUR, minutes(15))).isEmpty();
    }

    @Test
    void aServiceThatIsNewHasNoPastSoAllIsReadTheNextTime() {
        add(AN_HOUR);

        Curves all = add(Reading.of(curves(minutes(1), 6, 2, "api", "new"), minutes(1)))
                .value()
                .orElseThrow();

        assertThat(all.services()).extracting(ServiceCurves::service).containsExactly("api", "new");
        assertThat(since(Range.HOUR, minutes(2))).isEmpty();
    }

    @Test
    void afterALongSilenceAllIsReadAgain() {
        add(AN_HOUR);

        assertThat(since(Range.HOUR, minutes(120))).isEmpty();
    }

    @Test
    void aFailureTakesNothingAway() {
        add(AN_HOUR);
        Reading<Curves> failure = new Reading<>(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(add(failure)).isEqualTo(failure);
        assertThat(measured.of(Range.HOUR)).contains(AN_HOUR);
    }

    @Test
    void ofManyServicesTheCurvesAreReadLessOftenAndThenFromWhereTheyEnd() {
        String[] many = IntStream.range(0, 250).mapToObj(number -> "s" + number).toArray(String[]::new);
        add(Reading.of(curves(TEN, 60, 1, many), TEN));

        CurvesWish without = measured.wish(Range.HOUR, minutes(1));
        assertThat(without).isEqualTo(new CurvesWish(Optional.of(minutes(-5)), Subjects.ALL_BUT_SERVICES));
        Curves all = measured.add(Range.HOUR, without, Reading.of(curves(minutes(1), 6, 2), minutes(1)))
                .value()
                .orElseThrow();

        assertThat(all.services()).hasSize(250);
        assertThat(all.answers().p99().latest()).hasValue(2);
        assertThat(measured.wish(Range.HOUR, minutes(3)))
                .isEqualTo(new CurvesWish(Optional.of(minutes(-5)), Subjects.ALL));
    }

    private Optional<Instant> since(Range range, Instant now) {
        return measured.wish(range, now).since();
    }

    private Reading<Curves> add(Reading<Curves> newer) {
        return measured.add(Range.HOUR, CurvesWish.WHOLE, newer);
    }

    private static Instant minutes(int since) {
        return TEN.plus(Duration.ofMinutes(since));
    }

    /** Curves of one value, that many minutes up to a time. */
    private static Curves curves(Instant to, int minutes, double value, String... services) {
        Instant from = to.minus(Duration.ofMinutes(minutes));
        History flat = History.of(Series.of(
                from,
                Duration.ofMinutes(1),
                DoubleStream.generate(() -> value).limit(minutes).toArray()));
        return new Curves(
                Range.HOUR,
                from,
                to,
                new Answers(flat, flat, flat, flat, flat, flat),
                Stream.of(services)
                        .map(name -> new ServiceCurves(name, flat, flat, flat))
                        .toList(),
                List.of(),
                List.of(),
                Optional.of(to));
    }
}
