package io.agentctl.control.capacity.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.OnDemand;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import io.agentctl.control.pricing.TableClass;
import io.agentctl.control.pricing.TablePriceTables;
import io.agentctl.control.pricing.UnitPrice;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SimulatorPropertiesTest {

    private static final UnitPrice READS = new UnitPrice(0.125, 0.00013);

    @Property(tries = 200)
    void onDemandCostsInProportionToWhatIsAskedForAndThrottlesNothing(
            @ForAll("demands") Demand demand, @ForAll @IntRange(min = 1, max = 50) int factor) {
        Simulated once = new Simulator(demand, READS).run(new OnDemand());
        Simulated more = new Simulator(demand.times(factor), READS).run(new OnDemand());

        assertThat(more.usd()).isCloseTo(once.usd() * factor, within(1e-9));
        assertThat(once.throttled()).isZero();
        assertThat(once.usd()).isCloseTo(demand.total() * 0.125e-6, within(1e-12));
    }

    @Property(tries = 200)
    void capacityStaysInItsBoundsAndNothingIsServedThatWasNotAskedFor(
            @ForAll("demands") Demand demand, @ForAll("scaled") AutoScaled setting) {
        List<Minute> minutes = new Simulator(demand, READS).minutes(setting);

        for (int i = 0; i < minutes.size(); i++) {
            Minute minute = minutes.get(i);
            assertThat(minute.capacity()).isBetween(setting.min(), setting.max());
            assertThat(minute.throttled()).isGreaterThanOrEqualTo(0);
            assertThat(minute.served() + minute.throttled()).isCloseTo(demand.units(i), within(1e-6));
        }
    }

    @Property(tries = 200)
    void moreProvisionedNeverThrottlesMore(
            @ForAll("demands") Demand demand, @ForAll @IntRange(min = 1, max = 200) int units) {
        Simulator simulator = new Simulator(demand, READS);

        assertThat(simulator.run(new Provisioned(units + 1)).throttled())
                .isLessThanOrEqualTo(simulator.run(new Provisioned(units)).throttled() + 1e-6);
    }

    @Property(tries = 100)
    void theSumAgreesWithTheMinutes(@ForAll("demands") Demand demand, @ForAll("scaled") AutoScaled setting) {
        Simulator simulator = new Simulator(demand, READS);
        List<Minute> minutes = simulator.minutes(setting);
        Simulated sum = simulator.run(setting);

        double unitMinutes = minutes.stream().mapToInt(Minute::capacity).sum();
        assertThat(sum.usd()).isCloseTo(unitMinutes / 60 * 0.00013, within(1e-9));
        assertThat(sum.throttled())
                .isCloseTo(minutes.stream().mapToDouble(Minute::throttled).sum(), within(1e-6));
    }

    @Example
    void provisionedIsNoDearerFromTwentyNinePercentOn() {
        UnitPrice reads = TablePriceTables.shipped()
                .forRegion("us-east-1")
                .rates()
                .get(TableClass.STANDARD)
                .reads();
        UnitPrice writes = TablePriceTables.shipped()
                .forRegion("us-east-1")
                .rates()
                .get(TableClass.STANDARD)
                .writes();

        assertThat(reads.breakEven()).isCloseTo(0.289, within(0.0005));
        assertThat(writes.breakEven()).isCloseTo(0.289, within(0.0005));
        assertThat(reads.onDemandUsd(0.7 * 3600) / reads.provisionedUsd(1)).isCloseTo(2.42, within(0.005));
    }

    @Provide
    Arbitrary<Demand> demands() {
        return Arbitraries.doubles()
                .between(0, 9000)
                .edgeCases(edges -> edges.add(0.0))
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(180)
                .map(units -> Demand.of(Instant.parse("2026-03-01T22:30:00Z"), units));
    }

    @Provide
    Arbitrary<AutoScaled> scaled() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(20, 90))
                .as((min, more, target) -> new AutoScaled(min, min + more, target));
    }
}
