package io.agentctl.control.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.alarms.upkeep.AlarmSpend;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.ecs.ServiceSpend;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.lambda.cost.CostRow;
import io.agentctl.control.lambda.cost.SweptSaving;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.DashboardPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Lines of what was observed. */
class LinesTest {

    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

    @Test
    void aServiceWithoutAFargateSizeIsUnknownAndNotFree() {
        CostLine line = ServiceLines.of(
                        List.of(new ServiceSpend(
                                new ServiceName("main", "batch"), 2, true, "2.0 × batch:3", Optional.empty())),
                        List.of(),
                        "")
                .getFirst();

        assertThat(line.monthly()).isEmpty();
        assertThat(line.unknown()).contains("no Fargate size");
    }

    @Test
    void aServiceOfWhichNothingWasMeasuredSaysSo() {
        CostLine line = ServiceLines.of(
                        List.of(new ServiceSpend(
                                new ServiceName("main", "new"), 2, false, "2.0 × 256/512 arm64", money(12))),
                        List.of(),
                        "")
                .getFirst();

        assertThat(line.setting()).isEqualTo("2.0 × 256/512 arm64, as wanted: none was measured");
    }

    @Test
    void aFunctionAndWhatIsKeptReadyOfItAreTwoLinesThatMakeItsCost() {
        // A quarter of the window's cost is for what is kept ready.
        List<CostLine> lines = FunctionLines.of(costs(row(10, 40, 60, Optional.empty())), List.of());

        assertThat(lines).extracting(CostLine::kind).containsExactly(CostKind.FUNCTION, CostKind.KEPT_READY);
        assertThat(lines)
                .extracting(line -> line.monthly().orElseThrow())
                .containsExactly(Money.ofUsd(45), Money.ofUsd(15));
    }

    @Test
    void aSweptSizeIsARecommendationWithTheCommandThatSetsIt() {
        CostLine line = FunctionLines.of(costs(row(0, 40, 60, swept(512, "x86_64", 20))), List.of())
                .getFirst();

        Recommendation advice = line.advice().orElseThrow();
        assertThat(advice.what()).isEqualTo("512 MB");
        assertThat(advice.restsOn()).isEqualTo("swept 2026-03-11");
        assertThat(advice.risk()).isEqualTo(Risk.MEDIUM);
        assertThat(advice.command()).isEqualTo("agentctl lambda apply resizer --memory 512 --dry-run");
        assertThat(line.then()).hasValue(Money.ofUsd(40));
    }

    @Test
    void aSweepThatAdvisesWhatThereIsRecommendsNothing() {
        assertThat(FunctionLines.of(costs(row(0, 40, 60, swept(1024, "x86_64", 0))), List.of())
                        .getFirst()
                        .advice())
                .isEmpty();
    }

    @Test
    void alarmsOfUnusualKindsAreALineOfTheirOwnWithoutACost() {
        List<CostLine> lines = AlarmLines.of(List.of(
                new AlarmSpend("", 3, 1, Money.ofUsd(0.2)), new AlarmSpend("acme/api", 6, 0, Money.ofUsd(1.5))));

        assertThat(lines).extracting(CostLine::name).containsExactly("made elsewhere", "made elsewhere", "acme/api");
        assertThat(lines).extracting(CostLine::setting).containsExactly("2 alarms", "1 alarm", "6 alarms");
        assertThat(lines).extracting(CostLine::monthly).containsExactly(money(0.2), Optional.empty(), money(1.5));
    }

    @Test
    void theFirstDashboardsAreFree() {
        DashboardPrice price = new DashboardPrice(LocalDate.EPOCH, "here", 3, 3);

        assertThat(AlarmLines.ofDashboards(0, price)).isEmpty();
        assertThat(AlarmLines.ofDashboards(2, price).getFirst().monthly()).isEqualTo(money(0));
        assertThat(AlarmLines.ofDashboards(5, price).getFirst().monthly()).isEqualTo(money(6));
    }

    private static Optional<Money> money(double usd) {
        return Optional.of(Money.ofUsd(usd));
    }

    private static Optional<SweptSaving> swept(int memory, String architecture, double saving) {
        return Optional.of(new SweptSaving(memory, architecture, Money.ofUsd(saving), NOON));
    }

    private static CostRow row(double keptReady, double inWindow, double monthly, Optional<SweptSaving> swept) {
        return new CostRow(
                new FunctionName("resizer"),
                1024,
                "x86_64",
                1000,
                OptionalDouble.of(100),
                100,
                Money.ofUsd(keptReady),
                Money.ofUsd(inWindow),
                Optional.empty(),
                Money.ofUsd(monthly),
                swept);
    }

    private static CostOfFunctions.Result costs(CostRow row) {
        return new CostOfFunctions.Result(
                "computed",
                NOON,
                NOON,
                row.cost(),
                row.monthly(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of(row));
    }
}
