package io.agentctl.plane.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.approval.Approval.Ruling;
import io.agentctl.plane.identity.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalTest {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant END = NOW.plusSeconds(3600);
    static final Caller ALICE = caller("arn:aws:iam::1:role/Ops#alice");
    static final Caller BOB = caller("arn:aws:iam::1:user/bob");
    static final Demand DEMAND = Demand.on("plan.apply", Deed.CHANGE, "plan");

    private final Approval asked = Approval.asked("run-1", DEMAND, "f", ALICE, NOW, END);

    static Caller caller(String name) {
        return new Caller(name, Set.of(), Caller.Kind.AWS);
    }

    private static Ruling by(Caller caller, Instant at) {
        return new Ruling(caller, at, "looks right");
    }

    @Test
    void anotherPersonApprovesAndItIsUsedOnce() {
        Approval used = asked.approved(by(BOB, NOW)).used("f", NOW);

        assertThat(used.state()).isEqualTo(ApprovalState.USED);
        assertThat(used.ruling()).contains(by(BOB, NOW));
        assertThatThrownBy(() -> used.used("f", NOW)).hasMessage("approval run-1 was approved and carried out already");
    }

    @Test
    void whoAskedCannotApproveNotEvenAsAnotherSessionOfTheRole() {
        assertThatThrownBy(() -> asked.approved(by(ALICE, NOW)))
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.NOT_ALLOWED));
        assertThatThrownBy(() -> asked.approved(by(caller("arn:aws:iam::1:role/Ops#bob"), NOW)))
                .hasMessageContaining("may be the same person");
    }

    @Test
    void whoAskedMayThinkBetterOfIt() {
        assertThat(asked.rejected(by(ALICE, NOW)).state()).isEqualTo(ApprovalState.REJECTED);
    }

    @Test
    void itIsGoodForExactlyWhatWasAsked() {
        assertThatThrownBy(() -> asked.approved(by(BOB, NOW)).used("g", NOW))
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.NOT_ALLOWED))
                .hasMessageContaining("not what was approved");
    }

    @Test
    void withoutApprovalNothingIsUsed() {
        assertThatThrownBy(() -> asked.used("f", NOW)).hasMessage("approval run-1 is not decided yet");
    }

    @Test
    void timeEndsIt() {
        assertThat(asked.at(END.minusNanos(1)).state()).isEqualTo(ApprovalState.PENDING);
        assertThat(asked.at(END).state()).isEqualTo(ApprovalState.EXPIRED);
        assertThatThrownBy(() -> asked.approved(by(BOB, END))).hasMessage("approval run-1 has expired");
        assertThatThrownBy(() -> asked.approved(by(BOB, NOW)).used("f", END)).hasMessage("approval run-1 has expired");
        assertThat(asked.rejected(by(BOB, NOW)).at(END).state()).isEqualTo(ApprovalState.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApprovalState.class,
            names = {"APPROVED", "REJECTED", "EXPIRED", "USED"})
    void whatIsDecidedStaysSo(ApprovalState state) {
        Approval decided = new Approval("run-1", DEMAND, "f", ALICE, NOW, END, state, Optional.empty());

        assertThatThrownBy(() -> decided.approved(by(BOB, NOW))).isInstanceOf(AgentctlException.class);
        assertThatThrownBy(() -> decided.rejected(by(BOB, NOW))).isInstanceOf(AgentctlException.class);
    }
}
