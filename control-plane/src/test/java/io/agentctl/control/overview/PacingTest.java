package io.agentctl.control.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.overview.Snapshot.AlarmBoard;
import io.agentctl.control.overview.Snapshot.ServiceState;
import io.agentctl.control.plan.Target;
import io.agentctl.control.settings.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a dashboard reads when, and what it keeps. */
class PacingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:30Z");
    private static final Target HERE = new Target("prod", "111122223333", "eu-central-1");
    private static final AlarmBoard QUIET = new AlarmBoard(3, List.of(), 0);

    @Test
    void atFirstEverythingIsDue() {
        assertThat(Pacing.due(unread(), Range.HOUR, NOW)).containsExactly(Part.values());
    }

    @Test
    void whatWasReadIsReadAgainAtItsPaceAndSoonerWhenAskedFor() {
        Snapshot known = withAlarms(Reading.of(QUIET, NOW));

        assertThat(Pacing.due(known, Range.HOUR, NOW.plusSeconds(29))).doesNotContain(Part.ALARMS);
        assertThat(Pacing.due(known, Range.HOUR, NOW.plusSeconds(30))).contains(Part.ALARMS);
        assertThat(Pacing.asked(known, Range.HOUR, NOW.plusSeconds(1))).doesNotContain(Part.ALARMS);
        assertThat(Pacing.asked(known, Range.HOUR, NOW.plusSeconds(2))).contains(Part.ALARMS);
    }

    @Test
    void metricsAreNeverReadOftenerThanTheirPeriodWhoeverAsks() {
        Snapshot known = unread().withCurves(Reading.of(curves(Range.SIX_HOURS, NOW), NOW));

        assertThat(Pacing.asked(known, Range.SIX_HOURS, NOW.plusSeconds(260))).doesNotContain(Part.CURVES);
        assertThat(Pacing.due(known, Range.SIX_HOURS, NOW.plusSeconds(270))).contains(Part.CURVES);
        assertThat(Pacing.due(known, Range.DAY, NOW)).contains(Part.CURVES);
    }

    @Test
    void whatFailedIsTriedAgainSoonAndWhatIsThrottledLater() {
        Snapshot lost = withAlarms(failure(ErrorCode.UNREACHABLE, NOW));
        Snapshot throttled = withAlarms(failure(ErrorCode.THROTTLED, NOW));

        assertThat(Pacing.due(lost, Range.HOUR, NOW.plusSeconds(10))).contains(Part.ALARMS);
        assertThat(Pacing.due(throttled, Range.HOUR, NOW.plusSeconds(10))).doesNotContain(Part.ALARMS);
        assertThat(Pacing.due(throttled, Range.HOUR, NOW.plusSeconds(60))).contains(Part.ALARMS);
    }

    @Test
    void whatTheAccountTellsOfAwsGoesForAllThatWasReadBefore() {
        Snapshot known = withAlarms(Reading.of(QUIET, NOW));
        Snapshot gone = account(known, failure(ErrorCode.UNREACHABLE, NOW.plusSeconds(5)));
        Snapshot told = gone.then(withAlarms(failure(ErrorCode.UNREACHABLE, NOW.plusSeconds(6))));
        Snapshot back = account(told, Reading.of(HERE, NOW.plusSeconds(7)));

        assertThat(Pacing.due(known, Range.HOUR, NOW.plusSeconds(7))).doesNotContain(Part.ALARMS);
        assertThat(Pacing.due(gone, Range.HOUR, NOW.plusSeconds(7))).contains(Part.ALARMS);
        assertThat(Pacing.due(told, Range.HOUR, NOW.plusSeconds(7))).doesNotContain(Part.ALARMS);
        assertThat(Pacing.due(back, Range.HOUR, NOW.plusSeconds(7))).contains(Part.ALARMS);
    }

    @Test
    void aFailureLeavesWhatWasReadAndSaysSinceWhen() {
        Reading<AlarmBoard> reading = Reading.of(QUIET, NOW)
                .then(failure(ErrorCode.UNREACHABLE, NOW.plusSeconds(30)))
                .then(failure(ErrorCode.NOT_SIGNED_IN, NOW.plusSeconds(40)));

        assertThat(reading.value()).contains(QUIET);
        assertThat(reading.readAt()).contains(NOW);
        assertThat(reading.failure().orElseThrow())
                .isEqualTo(new Reading.Failure(
                        ErrorCode.NOT_SIGNED_IN, "gone", "Wait.", NOW.plusSeconds(30), NOW.plusSeconds(40)));
        assertThat(reading.then(Reading.of(QUIET, NOW.plusSeconds(50))).failure())
                .isEmpty();
        assertThat(reading.then(Reading.none())).isEqualTo(reading);
    }

    @Test
    void manyServicesAreLookedAtLessOften() {
        List<ServiceState> many = Collections.nCopies(450, new ServiceState("api", "256/512", 1, 1, 0, false));
        Snapshot none = unread();
        Snapshot known = new Snapshot(
                none.project(),
                none.at(),
                none.range(),
                none.account(),
                none.curves(),
                Reading.of(many, NOW),
                none.functions(),
                none.tables(),
                none.objectives(),
                none.alarms(),
                none.windows(),
                none.policies(),
                none.operations());

        assertThat(Pacing.next(EnumSet.of(Part.SERVICES), known, Range.HOUR)).isEqualTo(NOW.plusSeconds(150));
    }

    @Test
    void theNextPartIsTheOneWhosePaceEndsFirst() {
        Snapshot known = withAlarms(Reading.of(QUIET, NOW)).withCurves(Reading.of(curves(Range.HOUR, NOW), NOW));

        assertThat(Pacing.next(EnumSet.of(Part.ALARMS, Part.CURVES), known, Range.HOUR))
                .isEqualTo(NOW.plusSeconds(30));
        assertThat(Pacing.next(EnumSet.of(Part.WINDOWS), known, Range.HOUR)).isEqualTo(Instant.MIN);
        assertThat(Pacing.next(EnumSet.noneOf(Part.class), known, Range.HOUR)).isEqualTo(Instant.MAX);
    }

    @Test
    void namesOfContextsSayWhetherTheyAreProduction() {
        assertThat(List.of("prod", "acme-prod", "Production", "eu_live_1")).allMatch(Context::isProduction);
        assertThat(List.of("product-dev", "sandbox", "aws", "delivery", "reprod"))
                .noneMatch(Context::isProduction);
    }

    private static Snapshot unread() {
        return Snapshot.unread("acme", NOW, Range.HOUR);
    }

    private static Snapshot withAlarms(Reading<AlarmBoard> alarms) {
        Snapshot none = unread();
        return new Snapshot(
                none.project(),
                none.at(),
                none.range(),
                none.account(),
                none.curves(),
                none.services(),
                none.functions(),
                none.tables(),
                none.objectives(),
                alarms,
                none.windows(),
                none.policies(),
                none.operations());
    }

    private static Snapshot account(Snapshot known, Reading<Target> account) {
        return known.then(new Snapshot(
                known.project(),
                known.at(),
                known.range(),
                account,
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none()));
    }

    private static <T> Reading<T> failure(ErrorCode code, Instant at) {
        return Reading.failed(new AgentctlException(code, "gone", "Wait."), at);
    }

    private static Curves curves(Range range, Instant now) {
        Instant to = range.end(now);
        History none = History.of(Series.empty(to.minus(range.length()), Duration.ofMinutes(1)));
        return new Curves(
                range,
                to.minus(range.length()),
                to,
                new Curves.Answers(none, none, none, none, none, none),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
