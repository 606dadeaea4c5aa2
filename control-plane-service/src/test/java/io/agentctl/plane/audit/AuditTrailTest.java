package io.agentctl.plane.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.Decision;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.audit.AuditTrail.Matter;
import io.agentctl.plane.identity.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final Decision YES = new Decision(true, "as operator of ecs");
    private static final Decision NO = new Decision(false, "has no role");

    private final List<AuditEntry> kept = new ArrayList<>();
    private final List<AuditEntry> lines = new ArrayList<>();
    private final AuditTrail trail = new AuditTrail(kept::add, lines::add, NOW);

    private static Matter matter(Deed deed) {
        return new Matter(
                new Caller("token:ci", Set.of(), Caller.Kind.TOKEN),
                new Origin("10.0.0.1", "7-1"),
                Demand.on("plan.apply", deed, "ecs"),
                Optional.of("f"),
                Optional.of("run-1"));
    }

    @Test
    void whatMayChangeSomethingIsKept() {
        trail.decided(matter(Deed.CHANGE), YES);

        assertThat(kept)
                .containsExactly(new AuditEntry(
                        NOW.instant(),
                        "token:ci",
                        "10.0.0.1",
                        AuditEvent.ALLOWED,
                        "plan.apply",
                        List.of(),
                        Optional.of("f"),
                        "as operator of ecs",
                        Optional.of("run-1"),
                        "7-1"));
        assertThat(lines).isEqualTo(kept);
    }

    @Test
    void thatSomebodyLookedIsALineAndThatTheyMayNotIsKept() {
        trail.decided(matter(Deed.LOOK), YES);
        assertThat(kept).isEmpty();

        trail.decided(matter(Deed.LOOK), NO);
        assertThat(kept).extracting(AuditEntry::event).containsExactly(AuditEvent.DENIED);
        assertThat(lines).hasSize(2);
    }

    @Test
    void strangersFillNoTable() {
        trail.refused(new Origin("10.0.0.1", "7-1"), "/v1/about", "nobody is signed in");

        assertThat(kept).isEmpty();
        assertThat(lines).extracting(AuditEntry::actor).containsExactly("unknown");
    }

    @Test
    void whatCannotBeWrittenDoesNotHappen() {
        AuditTrail broken = new AuditTrail(
                entry -> {
                    throw new AgentctlException(ErrorCode.THROTTLED, "no room", "");
                },
                lines::add,
                NOW);

        assertThatThrownBy(() -> broken.decided(matter(Deed.CHANGE), YES)).hasMessage("no room");
    }
}
