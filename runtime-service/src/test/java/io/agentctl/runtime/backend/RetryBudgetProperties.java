package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class RetryBudgetProperties {

    @Property
    void grantsNoMoreThanItsShareAndTheReserveAtAnyTime(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @Size(max = 500) List<Boolean> retries) {
        RetryBudget budget = new RetryBudget(share);
        int requests = 0;
        int granted = 0;
        for (boolean retry : retries) {
            if (retry) {
                granted += budget.withdraw() ? 1 : 0;
            } else {
                budget.requested();
                requests++;
            }
            assertThat((double) granted).isLessThanOrEqualTo(share * requests + RetryBudget.RESERVE + 1e-3);
        }
    }

    @Property
    void refusesNobodyWhoStaysWithinIt(@ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        RetryBudget budget = new RetryBudget(share);
        int refused = 0;
        for (int request = 1; request <= 1_000; request++) {
            budget.requested();
            boolean due = Math.floor(request * share * 0.99) > Math.floor((request - 1) * share * 0.99);
            refused += due && !budget.withdraw() ? 1 : 0;
        }
        assertThat(refused).isZero();
    }

    @Property(tries = 20)
    void withoutAShareThereAreNoRetries(@ForAll @Size(max = 50) List<Boolean> requests) {
        RetryBudget budget = new RetryBudget(0);
        requests.forEach(ignored -> budget.requested());

        assertThat(budget.withdraw()).isFalse();
    }
}
