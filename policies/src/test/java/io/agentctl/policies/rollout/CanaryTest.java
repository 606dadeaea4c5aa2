package io.agentctl.policies.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.VersionRef;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static final String DIGEST = "a".repeat(64);
    private static final RandomGenerator NEVER_ASKED = () -> {
        throw new AssertionError("chance must not decide what a session decides");
    };

    @Property
    void aSessionStaysWhereItIs(
            @ForAll @StringLength(min = 1) String session, @ForAll @IntRange(min = 1, max = 99) int percent) {
        boolean first = canary("token-cap", DIGEST, percent, NEVER_ASKED).includes(session(session));

        assertThat(canary("token-cap", DIGEST, percent, NEVER_ASKED).includes(session(session)))
                .isEqualTo(first);
    }

    @Property
    void raisingThePercentageKeepsEverybodyWhoWasIn(
            @ForAll @StringLength(min = 1) String session,
            @ForAll @IntRange(min = 1, max = 99) int one,
            @ForAll @IntRange(min = 1, max = 99) int other) {
        boolean inLower =
                canary("token-cap", DIGEST, Math.min(one, other), NEVER_ASKED).includes(session(session));
        boolean inHigher =
                canary("token-cap", DIGEST, Math.max(one, other), NEVER_ASKED).includes(session(session));

        assertThat(inHigher || !inLower).isTrue();
    }

    @Property(tries = 50)
    void theShareOfSessionsIsThePercentage(
            @ForAll @IntRange(min = 1, max = 99) int percent, @ForAll @IntRange(max = 1_000_000) int start) {
        Canary canary = canary("token-cap", DIGEST, percent, NEVER_ASKED);

        // Five standard deviations of 10,000 even draws are at most 2.5 points.
        assertThat(share(canary, start)).isCloseTo(percent / 100.0, within(0.025));
    }

    @Test
    void theNextRolloutIsTriedOnOtherSessions() {
        Canary first = canary("token-cap", DIGEST, 10, NEVER_ASKED);
        Canary next = canary("token-cap", "b".repeat(64), 10, NEVER_ASKED);

        List<Facts> inFirst = sessions(0).filter(first::includes).toList();

        // A tenth of the first tenth is in the second one by chance.
        assertThat(inFirst.stream().filter(next::includes).count() / (double) inFirst.size())
                .isCloseTo(0.1, within(0.05));
    }

    @Test
    void withoutASessionTheTenantDecides() {
        Canary canary = canary("token-cap", DIGEST, 50, NEVER_ASKED);
        Facts tenant = facts(Map.of("tenant", "acme"));

        assertThat(IntStream.range(0, 100).mapToObj(ignored -> canary.includes(tenant)))
                .containsOnly(canary.includes(tenant));
    }

    @Test
    void withoutBothChanceDecidesEachRequest() {
        Canary canary = canary("token-cap", DIGEST, 30, new SplittableRandom(7));

        long included = IntStream.range(0, 10_000)
                .filter(ignored -> canary.includes(facts(Map.of())))
                .count();

        assertThat(included / 10_000.0).isCloseTo(0.3, within(0.025));
    }

    private static double share(Canary canary, int start) {
        return sessions(start).filter(canary::includes).count() / 10_000.0;
    }

    private static Stream<Facts> sessions(int start) {
        return IntStream.range(start, start + 10_000).mapToObj(number -> session("session-" + number));
    }

    private static Canary canary(String policy, String digest, int percent, RandomGenerator chance) {
        return new Canary(
                new Candidate(
                        new PolicyId(policy),
                        new VersionRef(2, digest),
                        Candidate.Kind.CANARY,
                        percent,
                        Candidate.Bound.DEFAULT),
                chance);
    }

    private static Facts session(String session) {
        return facts(Map.of("session_id", session, "tenant", "acme"));
    }

    private static Facts facts(Map<String, Object> context) {
        return new Facts(Map.of("intent", "call_reasoning"), context, Map.of());
    }
}
