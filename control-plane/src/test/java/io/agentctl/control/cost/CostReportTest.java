package io.agentctl.control.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostReportTest {

    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

    private static final CostLine API = line(CostKind.SERVICE, "api", 100).with(saving(40));
    private static final CostLine WORKER = line(CostKind.SERVICE, "worker", 200).with(saving(-25));
    private static final CostLine WEB = line(CostKind.SERVICE, "web", 300);
    private static final CostLine ON_MACHINES =
            CostLine.unknown(CostKind.SERVICE, "batch", "", "its tasks have no Fargate size");
    private static final CostLine ORDERS = line(CostKind.TABLE, "orders", 50).with(saving(45));

    @Test
    void whatIsKnownIsAddedUpAndWhatIsNotIsCounted() {
        CostReport report = report(API, WORKER, WEB, ON_MACHINES, ORDERS);

        assertThat(report.monthly()).hasToString("$650.00");
        assertThat(report.unknown()).isEqualTo(1);
    }

    @Test
    void whatSavesAndWhatShouldGrowAreNotSetOffAgainstEachOther() {
        CostReport report = report(API, WORKER, WEB, ORDERS);

        assertThat(report.saving()).hasToString("$85.00");
        assertThat(report.added()).hasToString("$25.00");
    }

    @Test
    void theGreatestSavingComesFirstThenWhatShouldGrowThenTheDearest() {
        assertThat(report(ON_MACHINES, WEB, WORKER, API, ORDERS).lines())
                .extracting(CostLine::name)
                .containsExactly("orders", "api", "worker", "web", "batch");
    }

    @Test
    void everyKindHasItsTotal() {
        assertThat(report(API, WORKER, WEB, ON_MACHINES, ORDERS).totals())
                .containsExactly(
                        new KindTotal(CostKind.SERVICE, 4, 1, Money.ofUsd(600), Money.ofUsd(40)),
                        new KindTotal(CostKind.TABLE, 1, 0, Money.ofUsd(50), Money.ofUsd(45)));
    }

    @Test
    void aLineSaysWhatItWouldCostThen() {
        assertThat(API.then()).hasValue(Money.ofUsd(60));
        assertThat(WORKER.then()).hasValue(Money.ofUsd(225));
        assertThat(WEB.then()).isEmpty();
    }

    @Test
    void aShareIsSavedOfWhatWasMeasured() {
        // Advice takes two thirds away; a service that slept half of the time saves two thirds of what it did cost.
        assertThat(Shares.saved(Money.ofUsd(45), Money.ofUsd(90), Money.ofUsd(30)))
                .isEqualTo(Money.ofUsd(30));
        assertThat(Shares.saved(Money.ofUsd(45), Money.ofUsd(90), Money.ofUsd(120)))
                .isEqualTo(Money.ofUsd(-15));
        assertThat(Shares.saved(Money.ofUsd(45), Money.ZERO, Money.ofUsd(30))).isEqualTo(Money.ZERO);
    }

    private static CostLine line(CostKind kind, String name, double monthly) {
        return CostLine.known(kind, name, "", Money.ofUsd(monthly));
    }

    private static Recommendation saving(double usd) {
        return new Recommendation("smaller", Money.ofUsd(usd), Risk.LOW, "14 d", "agentctl ecs rightsize");
    }

    private static CostReport report(CostLine... lines) {
        return CostReport.of(
                new Target("aws", "111122223333", "us-east-1"),
                NOON.minusSeconds(3600),
                NOON,
                Depth.ADVICE,
                List.of(lines),
                List.of(),
                List.of());
    }
}
