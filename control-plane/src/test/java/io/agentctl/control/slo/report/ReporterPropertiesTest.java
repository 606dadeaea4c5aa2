package io.agentctl.control.slo.report;

import static io.agentctl.control.slo.report.ReporterTest.HOUR;
import static io.agentctl.control.slo.report.ReporterTest.NOW;
import static io.agentctl.control.slo.report.ReporterTest.events;
import static io.agentctl.control.slo.report.ReporterTest.hours;
import static io.agentctl.control.slo.report.ReporterTest.ledger;
import static io.agentctl.control.slo.report.ReporterTest.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.ObjectiveWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every report, whatever was measured. */
class ReporterPropertiesTest {

    @Property(tries = 200)
    void nothingIsSpentTwice(
            @ForAll @Size(48) List<@DoubleRange(min = 0, max = 50) Double> bad,
            @ForAll @IntRange(min = 0, max = 48) int cut) {
        double[] total = new double[48];
        Arrays.fill(total, 100);
        Ledger ledger = ledger(bad.stream().mapToDouble(Double::doubleValue).toArray(), total);
        Instant from = NOW.minus(HOUR.multipliedBy(48));
        Instant middle = from.plus(HOUR.multipliedBy(cut));

        Ledger.Tally whole = ledger.between(from, NOW);
        Ledger.Tally parts = ledger.between(from, middle).plus(ledger.between(middle, NOW));

        assertThat(parts.bad()).isCloseTo(whole.bad(), within(1e-6));
        assertThat(parts.total()).isEqualTo(whole.total());
        assertThat(parts.known()).isEqualTo(whole.known());
    }

    @Property(tries = 200)
    void whoeverSpendsMoreHasLessLeft(
            @ForAll @DoubleRange(min = 0, max = 100) double some,
            @ForAll @DoubleRange(min = 0, max = 100) double more) {
        Objective objective = events(0.99, new ObjectiveWindow.Rolling(Duration.ofDays(2)), 0);

        double little = report(objective, hours(48, 1_000, some)).budget().left();
        double less = report(objective, hours(48, 1_000, some, more)).budget().left();

        assertThat(less).isLessThanOrEqualTo(little + 1e-9);
    }

    /** Stretches cover the time once, whole periods each, as fine as CloudWatch keeps them. */
    @Property(tries = 300)
    void stretchesFollowOneAnother(
            @ForAll @IntRange(min = 1, max = 400) int days, @ForAll @IntRange(min = 1, max = 90) int minutes) {
        Duration finest = Duration.ofMinutes(minutes);

        List<Stretch> stretches = Stretch.of(NOW.minus(Duration.ofDays(days)), NOW, finest, NOW);

        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            long period = stretch.period().toSeconds();
            assertThat(stretch.from().getEpochSecond() % period).isZero();
            assertThat(stretch.to().getEpochSecond() % period).isZero();
            assertThat(stretch.from()).isBefore(stretch.to());
            assertThat(period).isGreaterThanOrEqualTo(finest.toSeconds());
            long age = Duration.between(stretch.from(), NOW).toDays();
            assertThat(period % (age < 15 ? 60 : age < 63 ? 300 : 3_600)).isZero();
            if (i > 0) {
                assertThat(stretch.from()).isEqualTo(stretches.get(i - 1).to());
            }
        }
    }
}
