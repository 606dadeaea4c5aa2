package io.agentctl.control.lambda.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.cost.FunctionUse.Kept;
import io.agentctl.control.lambda.cost.FunctionUse.Part;
import io.agentctl.control.pricing.LambdaPriceTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What functions cost, as a function of their use, prices and bills. */
class CostRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-11T12:00:00Z");
    private static final CostWindow WINDOW = new CostWindow(NOW.minus(Duration.ofHours(73)), NOW, Duration.ofDays(1));

    @Test
    void durationsAndRequestsArePriced() {
        // A million of 100 ms at 512 MB: 50,000 GB-s, $0.833335, and $0.20 for the requests.
        CostRow row = row(use(new Part(512, 1_000_000, 100_000_000, 0)), Map.of());

        assertThat(row.gbSeconds()).isEqualTo(50_000);
        assertThat(row.computed().usd().doubleValue()).isCloseTo(1.0333, within(1e-4));
        assertThat(row.monthly().usd().doubleValue()).isCloseTo(10.3334, within(1e-3));
        assertThat(row.meanMs()).hasValue(100);
    }

    @Test
    void partsOfDifferentMemoryArePricedEachAtItsOwn() {
        CostRow row =
                row(use(new Part(1024, 1_000_000, 100_000_000, 0), new Part(512, 500_000, 50_000_000, 0)), Map.of());

        assertThat(row.gbSeconds()).isEqualTo(125_000);
        assertThat(row.memoryMb()).isEqualTo(1024);
    }

    @Test
    void whatIsKeptReadyIsPricedAndItsInvocationsAreCheaper() {
        FunctionUse use = new FunctionUse(
                new FunctionName("worker"),
                Architecture.X86_64,
                1024,
                List.of(new Part(1024, 1000, 1_000_000, 0.5)),
                List.of(new Kept(1024, 2)));

        CostRow row = row(use, Map.of());

        // 2 GB for 73 h at $0.0000041667.
        assertThat(row.keptReady().usd().doubleValue()).isCloseTo(2.1900, within(1e-4));
        // 500 GB-s on demand, 500 in ready ones, 1,000 requests.
        assertThat(row.computed().minus(row.keptReady()).usd().doubleValue()).isCloseTo(0.0134, within(1e-4));
    }

    @Test
    void withoutInvocationsItIsFreeAndHasNoMean() {
        CostRow row = row(use(), Map.of());

        assertThat(row.invocations()).isZero();
        assertThat(row.meanMs()).isEmpty();
        assertThat(row.monthly().usd().signum()).isZero();
    }

    @Test
    void aBillComesBeforeWhatIsComputed() {
        CostRow row = row(use(new Part(512, 1000, 1000, 0)), Map.of("worker", 7.3));

        assertThat(row.cost()).hasToString("$7.30");
        assertThat(row.monthly()).hasToString("$73.00");
    }

    @Test
    void aLongWindowBeginsAtMidnightAndAShortOneAtTheHour() {
        assertThat(CostWindow.of(Duration.ofDays(30), NOW).from()).isEqualTo("2026-02-09T00:00:00Z");
        assertThat(CostWindow.of(Duration.ofHours(5), NOW.plusSeconds(60)).from())
                .isEqualTo("2026-03-11T07:00:00Z");
        assertThat(CostWindow.of(Duration.ofHours(5), NOW.plusSeconds(60)).to()).isEqualTo("2026-03-11T13:00:00Z");
    }

    private static FunctionUse use(Part... parts) {
        return new FunctionUse(new FunctionName("worker"), Architecture.X86_64, 512, List.of(parts), List.of());
    }

    private static CostRow row(FunctionUse use, Map<String, Double> billed) {
        return CostRows.of(
                        List.of(use),
                        LambdaPriceTables.shipped().forRegion("us-east-1").rates(),
                        WINDOW,
                        billed,
                        Map.of())
                .getFirst();
    }
}
