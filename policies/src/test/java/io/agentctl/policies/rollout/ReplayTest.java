package io.agentctl.policies.rollout;

import static io.agentctl.policies.compile.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.engine.Requests;
import io.agentctl.policies.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final CompiledPolicy BASE = policy("base")
            .allow("reasoning", "request.intent == 'call_reasoning'")
            .compile();

    private final DecisionEngine engine = new DecisionEngine();
    private final Recorder recorder = new Recorder();
    private final Replay replay = new Replay(engine);

    @Test
    void listsWhatWouldBeAllowedBeforeWhatWouldBeDenied() {
        PolicySet inForce = set(cap("context.max_tokens > 8000"));
        List<RecordedDecision> records = records(inForce, 9_000L, 8_500L, 100L, 7_000L);

        ReplayReport report = replay.run(
                inForce,
                cap("context.max_tokens > 8600 || context.max_tokens == 7000").compile(),
                "d1",
                records.stream());

        assertThat(report.flips())
                .extracting(flip ->
                        flip.kind() + " " + flip.record().facts().context().get("max_tokens"))
                .containsExactly("DENY_TO_ALLOW 8500", "ALLOW_TO_DENY 7000");
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(report.digest()).isEqualTo("d1");
    }

    @Property(tries = 100)
    void aPolicyReplayedAgainstItselfFlipsNothing(@ForAll @Size(max = 30) List<@LongRange(max = 20_000) Long> tokens) {
        PolicySet inForce = set(cap("context.max_tokens > 8000"));

        ReplayReport report = replay.run(
                inForce,
                cap("context.max_tokens > 8000").compile(),
                "d1",
                records(inForce, tokens.toArray(Long[]::new)).stream());

        assertThat(report.unchanged()).isEqualTo(tokens.size());
        assertThat(report.flips()).isEmpty();
    }

    @Property(tries = 100)
    void aLowerCapOnlyDeniesAndDeniesWhatIsBetween(
            @ForAll @Size(max = 30) List<@LongRange(max = 20_000) Long> tokens,
            @ForAll @LongRange(max = 8_000) long cap) {
        PolicySet inForce = set(cap("context.max_tokens > 8000"));

        ReplayReport report = replay.run(
                inForce,
                cap("context.max_tokens > " + cap).compile(),
                "d1",
                records(inForce, tokens.toArray(Long[]::new)).stream());

        assertThat(report.denyToAllow()).isZero();
        assertThat(report.allowToDeny())
                .isEqualTo(tokens.stream()
                        .filter(value -> value > cap && value <= 8_000)
                        .count());
        assertThat(report.replayed()).isEqualTo(tokens.size());
    }

    /** Whatever was masked, an answer that is given is the one that the whole request gets. */
    @Property(tries = 300)
    void withAMaskTheAnswerIsTheTrueOneOrNone(
            @ForAll boolean secret, @ForAll boolean large, @ForAll boolean vip, @ForAll boolean maskCustomer) {
        CompiledPolicy candidate = policy("caps")
                .deny("secret", "has(context.prompt) && context.prompt.contains('secret') && context.max_tokens > 10")
                .deny("nested", "has(context.attributes.customer.vip) && context.attributes.customer.vip == 'yes'")
                .compile();
        Facts facts = Requests.with(Map.of(
                "prompt", secret ? "a secret" : "nothing",
                "max_tokens", large ? 100L : 1L,
                "customer", Map.of("vip", vip ? "yes" : "no", "name", "Ada")));
        PolicySet masking = set(policy("caps")
                .redact("/context/prompt")
                .redact(maskCustomer ? "/context/customer/name" : "/context/user_id"));
        RecordedDecision record = recorded(masking, facts, 0);

        ReplayReport report = replay.run(masking, candidate, "d1", Stream.of(record));

        Decision truth = engine.decide(masking.with(candidate), facts);
        if (report.indeterminate() == 0) {
            assertThat(report.flips().isEmpty()).isEqualTo(truth.allowed());
        }
        // Attributes are told apart at the top: with a part of the customer all of it is unknown.
        assertThat(report.indeterminate() == 1).isEqualTo(maskCustomer || (large && !vip));
    }

    @Test
    void namesWhatIsMaskedWhereNobodyCanTell() {
        PolicySet inForce = set(policy("caps").redact("/context/prompt"));
        RecordedDecision record = recorded(inForce, Requests.with(Map.of("prompt", "a secret")), 0);

        ReplayReport report = replay.run(
                inForce,
                policy("caps")
                        .deny("secret", "context.prompt.contains('secret')")
                        .compile(),
                "d1",
                Stream.of(record));

        assertThat(report.indeterminate()).isEqualTo(1);
        assertThat(report.unknown().getFirst().masked())
                .containsExactlyInAnyOrder("context.prompt", "context.attributes.prompt");
    }

    @Test
    void aMaskedFactOfAPolicyThatOnlyWarnsDoesNotMatter() {
        PolicySet inForce = set(policy("caps").redact("/context/prompt"));
        RecordedDecision record = recorded(inForce, Requests.with(Map.of("prompt", "a secret")), 0);

        ReplayReport report = replay.run(
                inForce,
                policy("caps")
                        .mode(Mode.WARN)
                        .deny("secret", "context.prompt.contains('secret')")
                        .compile(),
                "d1",
                Stream.of(record));

        assertThat(report.unchanged()).isEqualTo(1);
    }

    @Test
    void otherMembersOfAMaskedObjectCanBeRead() {
        PolicySet inForce =
                set(policy("caps").redact("/context/messages/*/text").redact("/context/tools/0"));
        Facts facts = Requests.with(Map.of(
                "messages",
                List.of(Map.of("text", "secret")),
                "priority",
                "high",
                "tools",
                List.of("shell", "search")));
        RecordedDecision record = recorded(inForce, facts, 0);

        ReplayReport priority = replay.run(
                inForce,
                policy("caps")
                        .deny("high", "context.attributes.priority == 'high'")
                        .compile(),
                "d1",
                Stream.of(record));
        ReplayReport tools = replay.run(
                inForce,
                policy("caps").deny("shell", "'shell' in context.tools").compile(),
                "d2",
                Stream.of(record));

        assertThat(priority.allowToDeny()).isEqualTo(1);
        assertThat(tools.indeterminate()).isEqualTo(1);
    }

    @Test
    void recordsOfOtherEnvironmentsAreLeftOut() {
        PolicySet staging = PolicySet.of("staging", 1, List.of(BASE));

        ReplayReport report = replay.run(
                set(cap("false")),
                cap("true").compile(),
                "d1",
                Stream.of(recorded(staging, Requests.with(Map.of()), 0)));

        assertThat(report.elsewhere()).isEqualTo(1);
        assertThat(report.replayed()).isZero();
    }

    private static PolicyFixture cap(String when) {
        return policy("caps").deny("cap", when);
    }

    private PolicySet set(PolicyFixture caps) {
        return PolicySet.of(
                "production", 3, List.of(BASE, caps.allow("never", "false").compile()));
    }

    private List<RecordedDecision> records(PolicySet policies, Long... tokens) {
        return IntStream.range(0, tokens.length)
                .mapToObj(index -> recorded(policies, Requests.with(Map.of("max_tokens", tokens[index])), index))
                .toList();
    }

    private RecordedDecision recorded(PolicySet policies, Facts facts, int id) {
        return recorder.record("r" + id, policies, facts, engine.decide(policies, facts));
    }
}
