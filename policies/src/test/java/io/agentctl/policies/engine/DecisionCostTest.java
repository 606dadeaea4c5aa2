package io.agentctl.policies.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.agentctl.policies.fact.Facts;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory can be asserted on any machine; time is measured by {@code DecisionBenchmark}. */
class DecisionCostTest {

    /** The bar: bytes that a decision may allocate. */
    private static final long BYTES = 2_048;

    private static final int DECISIONS = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {50, 200})
    void aDecisionAllocatesLittleHoweverManyRulesThereAre(int rules) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PolicySet policies = BenchmarkPolicies.of(rules);
        Facts request = BenchmarkPolicies.request();
        DecisionEngine engine = new DecisionEngine();
        assertThat(engine.decide(policies, request).allowed()).isTrue();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int decision = 0; decision < DECISIONS; decision++) {
            engine.decide(policies, request);
        }
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / DECISIONS;

        assertThat(bytes).isLessThanOrEqualTo(BYTES);
    }
}
