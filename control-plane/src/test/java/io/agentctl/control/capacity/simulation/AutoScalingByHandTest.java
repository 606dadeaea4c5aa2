package io.agentctl.control.capacity.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.pricing.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Auto scaling step by step, each figure computed by hand from what AWS documents. */
class AutoScalingByHandTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final UnitPrice READS = new UnitPrice(0.125, 0.00013);

    @Test
    void scalesOutAfterTwoMinutesAboveItsTargetToWhereTheHighestOfThemMeetsIt() {
        // 10 units at 70 % are 420 a minute. 450 and 480 are above it; 480 / 60 / 0.7 = 11.4 units.
        assertThat(capacities(new AutoScaled(10, 100, 70), 400, 450, 480, 480, 480))
                .containsExactly(10, 10, 10, 10, 12);
    }

    @Test
    void oneMinuteAboveIsNotEnough() {
        assertThat(capacities(new AutoScaled(10, 100, 70), 400, 450, 400, 450, 400, 400))
                .containsOnly(10);
    }

    @Test
    void whatMeetsTheTargetExactlyIsNotAboveIt() {
        assertThat(capacities(new AutoScaled(10, 100, 70), 420, 420, 420, 420)).containsOnly(10);
    }

    @Test
    void scalesInAfterFifteenMinutesAtTwentyPointsBelow() {
        // 1,400 / 60 / 0.7 = 33.3, so 34 units; 50 % of them are 1,020 a minute. 900 / 60 / 0.7 = 21.4, so 22.
        List<Integer> capacities = capacities(new AutoScaled(5, 100, 70), minutes(1, 1400, 16, 900, 2, 900));

        assertThat(capacities.subList(0, 17)).containsOnly(34);
        assertThat(capacities.subList(17, 19)).containsOnly(22);
    }

    @Test
    void oneMinuteInBetweenBeginsTheFifteenAnew() {
        List<Integer> capacities = capacities(new AutoScaled(5, 100, 70), minutes(1, 1400, 14, 900, 1, 1100, 14, 900));

        assertThat(capacities).containsOnly(34);
    }

    @Test
    void doesNotScaleInWhileNothingIsConsumed() {
        assertThat(capacities(new AutoScaled(5, 100, 70), minutes(1, 1400, 60, 0)))
                .containsOnly(34);
    }

    @Test
    void keepsToItsBounds() {
        assertThat(capacities(new AutoScaled(10, 11, 70), 100, 600, 600, 600, 600))
                .containsExactly(10, 10, 10, 10, 11);
        assertThat(capacities(new AutoScaled(10, 11, 70), minutes(1, 6000, 20, 6)))
                .startsWith(11)
                .endsWith(10);
    }

    @Test
    void unusedCapacityOfFiveMinutesCarriesABurstAndWhatGoesBeyondIsThrottled() {
        // Ten units with nothing asked for: 600 a minute unused, 3,000 kept after five minutes, and no more after six.
        List<Minute> minutes = new Simulator(Demand.of(MIDNIGHT, 0, 0, 0, 0, 0, 0, 4000, 700), READS)
                .minutes(new Setting.Provisioned(10));

        assertThat(minutes.get(6)).isEqualTo(new Minute(10, 3600, 400));
        assertThat(minutes.get(7)).isEqualTo(new Minute(10, 600, 100));
    }

    @Test
    void whatIsThrottledIsNotConsumedSoScalingOutTakesSteps() {
        // 10 units, 6,000 a minute asked for: the first minutes consume 600 each, 100 %: 600 / 60 / 0.7 = 15 units.
        List<Minute> minutes = new Simulator(Demand.of(MIDNIGHT, minutes(1, 420, 8, 6000)), READS)
                .minutes(new AutoScaled(10, 1000, 70));

        assertThat(minutes.get(0)).isEqualTo(new Minute(10, 420, 0));
        assertThat(minutes.get(1)).isEqualTo(new Minute(10, 780, 5220));
        assertThat(minutes.get(2)).isEqualTo(new Minute(10, 600, 5400));
        assertThat(minutes.get(3)).isEqualTo(new Minute(10, 600, 5400));
        // 780 was the higher of the two: 780 / 60 / 0.7 = 18.6.
        assertThat(minutes.get(4)).isEqualTo(new Minute(19, 1140, 4860));
        assertThat(minutes.get(5).capacity()).isEqualTo(19);
        assertThat(minutes.get(6).capacity()).isEqualTo(19);
        // 1,140 / 60 / 0.7 = 27.1.
        assertThat(minutes.get(7).capacity()).isEqualTo(28);
    }

    @Test
    void twentyFiveMinutesWithTheirBill() {
        // 5-100 at 70 %: 210 a minute are 70 % of 5 units, which is not above it.
        double[] asked = minutes(2, 210, 2, 360, 3, 480, 1, 300, 17, 240);
        AutoScaled setting = new AutoScaled(5, 100, 70);
        Simulator simulator = new Simulator(Demand.of(MIDNIGHT, asked), READS);

        List<Minute> minutes = simulator.minutes(setting);

        // Twice 90 units are saved. 360 of 300 are served from them, twice above the target: 360 / 60 / 0.7 = 8.6.
        assertThat(minutes.subList(0, 2)).containsOnly(new Minute(5, 210, 0));
        assertThat(minutes.subList(2, 4)).containsOnly(new Minute(5, 360, 0));
        // The table is being updated for a minute; 60 units are left of what was saved.
        assertThat(minutes.get(4)).isEqualTo(new Minute(5, 360, 120));
        // 480 of 540 are 89 %, twice: 480 / 60 / 0.7 = 11.4.
        assertThat(minutes.subList(5, 7)).containsOnly(new Minute(9, 480, 0));
        assertThat(minutes.get(7)).isEqualTo(new Minute(9, 300, 0));
        // 240 of 720 are 33 %, fifteen times and during the update: 240 / 60 / 0.7 = 5.7.
        assertThat(minutes.subList(8, 24)).containsOnly(new Minute(12, 240, 0));
        assertThat(minutes.get(24)).isEqualTo(new Minute(6, 240, 0));

        // 5 × 5 + 3 × 9 + 16 × 12 + 6 unit-minutes are 250, or 4.1667 unit-hours; 120 of 6,960 were refused.
        Simulated simulated = simulator.run(setting);
        assertThat(simulated.usd()).isCloseTo(250 / 60.0 * 0.00013, within(1e-12));
        assertThat(simulated.throttledShare()).isCloseTo(120 / 6960.0, within(1e-12));
        assertThat(simulated.averageUnits()).isEqualTo(10);
        assertThat(simulated.leastUnits()).isEqualTo(5);
        assertThat(simulated.mostUnits()).isEqualTo(12);
    }

    @Test
    void fourDecreasesAtAnyTimeThenOneAnHour() {
        // Every twenty minutes half of what was: each a decrease, the fifth only an hour after the fourth.
        double[] falling = IntStream.range(0, 240)
                .mapToDouble(minute -> 60_000 * Math.pow(0.5, Math.floorDiv(minute, 20)))
                .toArray();
        List<Integer> capacities = capacities(new AutoScaled(1, 5000, 70), falling);

        List<Integer> changes = IntStream.range(1, capacities.size())
                .filter(minute -> capacities.get(minute) < capacities.get(minute - 1))
                .boxed()
                .toList();
        assertThat(changes).hasSizeGreaterThan(5);
        assertThat(changes.get(3) - changes.get(0)).isLessThan(65);
        assertThat(changes.get(4) - changes.get(3)).isEqualTo(60);
        assertThat(changes.get(5) - changes.get(4)).isEqualTo(60);
    }

    @Test
    void atMostTwentySevenDecreasesInADayOfUtc() {
        DecreaseBudget budget = new DecreaseBudget();
        long midnight = MIDNIGHT.getEpochSecond() / 60;

        long granted = IntStream.range(0, 24 * 60)
                .filter(minute -> budget.take(midnight + minute))
                .count();

        assertThat(granted).isEqualTo(27);
        assertThat(budget.take(midnight + 24 * 60)).as("a new day").isTrue();
    }

    private static List<Integer> capacities(AutoScaled setting, double... units) {
        return new Simulator(Demand.of(MIDNIGHT, units), READS)
                .minutes(setting).stream().map(Minute::capacity).toList();
    }

    /** Pairs of how many minutes and how many units in each. */
    private static double[] minutes(double... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .boxed()
                .flatMapToDouble(
                        pair -> IntStream.range(0, (int) pairs[2 * pair]).mapToDouble(ignored -> pairs[2 * pair + 1]))
                .toArray();
    }
}
