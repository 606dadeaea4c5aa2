package io.agentctl.policies.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.RuleRef;
import io.agentctl.policies.rollout.CanaryVerdict.BoundPassed;
import io.agentctl.policies.rollout.CanaryVerdict.TooEarly;
import io.agentctl.policies.rollout.CanaryVerdict.WithinBound;
import io.agentctl.policies.store.Candidate.Bound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanaryJudgeTest {

    private final CanaryJudge judge = new CanaryJudge(new Bound(100, 0.01, 0.05));

    @Test
    void itTakesEnoughDecisionsToJudge() {
        assertThat(judge.judge(new CanaryTally(99, 99, 99, 1_000, 0))).isEqualTo(new TooEarly(1));
    }

    @Test
    void asManyErrorsAsTheBoundAreBorne() {
        assertThat(judge.judge(new CanaryTally(200, 2, 0, 1_000, 0))).isEqualTo(new WithinBound());
    }

    @Test
    void moreErrorsEndIt() {
        assertThat(judge.judge(new CanaryTally(200, 3, 0, 1_000, 0)))
                .isEqualTo(new BoundPassed("1.5 % of 200 decisions could not be evaluated; the bound is 1.0 %"));
    }

    @Test
    void denialsAreComparedWithTheVersionInForce() {
        assertThat(judge.judge(new CanaryTally(200, 0, 50, 1_000, 200))).isEqualTo(new WithinBound());
        assertThat(judge.judge(new CanaryTally(200, 0, 51, 1_000, 200)))
                .isEqualTo(new BoundPassed(
                        "25.5 % of 200 decisions were denied, 20.0 % in force; the bound is 5.0 % more"));
    }

    @Test
    void littleKnownOfTheVersionInForceIsNoBlame() {
        assertThat(judge.judge(new CanaryTally(200, 0, 100, 10, 0))).isEqualTo(new WithinBound());
    }

    @Test
    void whatDeniesEverythingIsFoundOutEvenSo() {
        assertThat(judge.judge(new CanaryTally(200, 0, 200, 10, 0))).isInstanceOf(BoundPassed.class);
    }

    @Test
    void theCounterTellsErrorsAndDenialsApart() {
        CanaryCounter counter = new CanaryCounter();
        RuleRef rule = new RuleRef(new PolicyId("token-cap"), "2", "too-long");

        counter.candidateDecided(decision(Effect.ALLOW, Decision.Reason.ALLOWED, List.of()));
        counter.candidateDecided(decision(Effect.DENY, Decision.Reason.DENIED, List.of()));
        counter.candidateDecided(decision(Effect.DENY, Decision.Reason.ERROR, List.of()));
        counter.candidateDecided(decision(
                Effect.ALLOW,
                Decision.Reason.ALLOWED,
                List.of(new Decision.Remark(Decision.Remark.Kind.ERROR, rule, "no such fact"))));
        counter.inForceDecided(decision(Effect.DENY, Decision.Reason.DENIED, List.of()));

        assertThat(counter.tally()).isEqualTo(new CanaryTally(4, 2, 2, 1, 1));
    }

    private static Decision decision(Effect effect, Decision.Reason reason, List<Decision.Remark> remarks) {
        return new Decision(effect, reason, Optional.empty(), "", remarks, 7);
    }
}
