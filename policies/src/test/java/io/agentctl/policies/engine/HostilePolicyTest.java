package io.agentctl.policies.engine;

import static io.agentctl.policies.compile.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.document.EvaluationLimits;
import io.agentctl.policies.engine.Decision.Reason;
import io.agentctl.policies.fact.Facts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever may write a policy, or a request, may not stop the runtime with it. */
class HostilePolicyTest {

    /** The bar: what one evaluation may take, ms, whatever it is asked to do. */
    private static final long CUT_OFF_MILLIS = 50;

    private static final int ROUNDS = 7;

    private static final List<Long> NUMBERS =
            IntStream.range(0, 20_000).mapToObj(Long::valueOf).toList();

    private static final Facts LARGE = Requests.with(Map.of(
            "prompt",
            "a".repeat(500_000),
            "user_id",
            "a".repeat(250_000) + "b",
            "numbers",
            NUMBERS,
            "tools",
            Collections.nCopies(20_000, "tool")));

    private final DecisionEngine engine = new DecisionEngine();

    static Stream<String> cutOff() {
        String digits = "[0,1,2,3,4,5,6,7,8,9]";
        return Stream.of(
                nested(digits, 8),
                "context.attributes.numbers.all(a, context.attributes.numbers.all(b, a + b >= 0))",
                doubling(digits, 10),
                "false && " + nested(digits, 8) + " || " + nested(digits, 7),
                nested(digits, 7) + " || " + nested(digits, 7) + " || " + nested(digits, 7),
                digits + ".map(x, context.prompt + context.prompt).size() > 100",
                "context.attributes.numbers.map(x, [x, x]).size() < 0",
                "context.attributes.numbers.all(x, context.attributes.numbers == context.attributes.numbers)",
                "context.attributes.numbers.all(x, !(-1 in context.attributes.numbers))",
                "context.tools.all(x, context.prompt.contains(context.user_id) == false)",
                "context.prompt.matches('(a|aa|aaa|aaaa){1,40}b')",
                "context.prompt.matches('(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^a]$')",
                "context.tools.all(x, context.prompt.matches('(x+x+)+y') == false)",
                "context.tools.map(x, string(x) + context.prompt).size() < 0",
                "size(" + "string(".repeat(5) + "context.prompt + context.prompt" + ")".repeat(5) + ") < 0 && "
                        + nested(digits, 8),
                "{'a': context.prompt + context.prompt}.a == '' || " + nested(digits, 8));
    }

    /** Loops in loops, over ten elements each. */
    private static String nested(String list, int depth) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            text.append(list).append(".all(v").append(level).append(", ");
        }
        return text + "true" + ")".repeat(depth);
    }

    /** A string that doubles in each of its loops, through macros alone. */
    private static String doubling(String list, int times) {
        String text = "context.prompt";
        for (int time = 0; time < times; time++) {
            text = "[" + text + "].map(x" + time + ", x" + time + " + x" + time + ")[0]";
        }
        return list + ".all(i, size(" + text + ") > 0)";
    }

    @ParameterizedTest
    @MethodSource("cutOff")
    void anExpensiveExpressionIsCutOffAndTheNextDecisionIsAsEver(String when) {
        CompiledPolicy hostile = policy("hostile").deny("rule", when).compile();
        PolicySet hostileSet = PolicySet.of("production", 1, List.of(hostile));
        PolicySet plainSet = PolicySet.of(
                "production", 1, List.of(policy("plain").allow("all", "true").compile()));
        Decision decision = engine.decide(hostileSet, LARGE);

        assertThat(decision.reason()).isEqualTo(Reason.ERROR);
        assertThat(decision.message()).contains("stopped: it takes");
        assertThat(quickest(hostileSet)).isLessThan(Duration.ofMillis(CUT_OFF_MILLIS));
        assertThat(engine.decide(plainSet, LARGE).allowed()).isTrue();
    }

    @Test
    void manyExpensiveRulesShareTheTimeOfOneDecision() {
        PolicyFixture many = policy("many");
        IntStream.range(0, 200)
                .forEach(rule -> many.deny(
                        "rule-" + rule,
                        "context.attributes.numbers.all(x, !(-1 in context.attributes.numbers)) || " + rule + " < 0"));
        PolicySet policies = PolicySet.of("production", 1, List.of(many.compile()));
        engine.decide(policies, LARGE);

        assertThat(engine.decide(policies, LARGE).reason()).isEqualTo(Reason.ERROR);
        assertThat(quickest(policies)).isLessThan(Duration.ofMillis(150));
    }

    @Test
    void aPolicyMayAskForLessThanTheMost() {
        CompiledPolicy frugal = policy("frugal")
                .limits(new EvaluationLimits(50, 100, Duration.ofMillis(20)))
                .deny("rule", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].exists(x, x * x == 99)")
                .compile();

        Decision decision = engine.decide(PolicySet.of("production", 1, List.of(frugal)), LARGE);

        assertThat(decision.message()).endsWith("stopped: it takes more than 50 steps");
    }

    @Test
    void aRequestCannotMakeAPlainSearchSlow() {
        CompiledPolicy plain = policy("plain")
                .deny("rule", "context.prompt.contains(context.user_id)")
                .allow("all", "true")
                .compile();
        PolicySet policies = PolicySet.of("production", 1, List.of(plain));

        assertThat(engine.decide(policies, LARGE).allowed()).isTrue();
        assertThat(quickest(policies)).isLessThan(Duration.ofMillis(CUT_OFF_MILLIS));
    }

    /** The quickest of several: what a machine with other work adds says nothing of the engine. */
    private Duration quickest(PolicySet policies) {
        long quickest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            engine.decide(policies, LARGE);
            quickest = Math.min(quickest, System.nanoTime() - start);
        }
        return Duration.ofNanos(quickest);
    }

    static Stream<String> refused() {
        return Stream.of(
                "(".repeat(500) + "true" + ")".repeat(500),
                "[".repeat(200) + "]".repeat(200) + " == []",
                "1" + " + 1".repeat(1_000) + " > 0",
                "context.prompt" + " + 'a'".repeat(600) + " == ''",
                "true ? true : ".repeat(280) + "true",
                "context.prompt.matches('((a{1,100}){1,100}){1,100}')",
                "context.prompt.matches('(a{1,30}){1,60}')",
                "context.prompt.matches('(unclosed')",
                "context.prompt.matches(context.user_id)",
                "context.prompt.matches('a' + context.user_id)",
                "'" + "x".repeat(5_000) + "' == context.prompt",
                "cel.bind(x, context.prompt, x + x) == ''",
                "context.prompt.replace('a', 'aaaaaaaa') == ''");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeBoundedIsNotAccepted(String when) {
        long start = System.nanoTime();

        assertThat(policy("hostile").deny("rule", when).check().policy()).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
