package io.agentctl.policies.engine;

import com.cedarpolicy.model.exception.AuthException;
import io.agentctl.policies.fact.Facts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a decision costs, beside the same five rules as Java lambdas and in Cedar. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class DecisionBenchmark {

    /** How many rules there are; five of them speak about the request. */
    @Param({"50", "200"})
    private int rules;

    private final DecisionEngine engine = new DecisionEngine();
    private PolicySet policies;
    private Facts request;
    private LambdaRules lambdas;
    private CedarRules cedar;

    @Setup
    public void prepare() throws Exception {
        policies = BenchmarkPolicies.of(rules);
        request = BenchmarkPolicies.request();
        lambdas = new LambdaRules(rules);
        cedar = new CedarRules(rules);
        if (!agentctl().allowed() || !lambdas() || !cedar()) {
            throw new IllegalStateException("the request is to be allowed by all three");
        }
    }

    @Benchmark
    public Decision agentctl() {
        return engine.decide(policies, request);
    }

    @Benchmark
    public boolean lambdas() {
        return lambdas.allows(request);
    }

    @Benchmark
    public boolean cedar() throws AuthException {
        return cedar.allows(request);
    }
}
