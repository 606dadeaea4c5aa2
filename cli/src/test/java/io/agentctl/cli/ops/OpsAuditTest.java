package io.agentctl.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.audit.ReadAudit;
import io.agentctl.control.plan.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

class OpsAuditTest {

    private final CommandBench bench = new CommandBench();
    private final List<ReadAudit.Request> asked = new ArrayList<>();

    private OpsAudit audit(List<AuditEntry> entries, Optional<String> next) {
        return new OpsAudit((request, progress) -> {
            asked.add(request);
            return new ReadAudit.Result(entries, next);
        });
    }

    private static AuditEntry denied() {
        return new AuditEntry(
                Instant.parse("2026-11-24T03:15:02.123Z"),
                "token:ci",
                "10.0.0.1",
                AuditEvent.DENIED,
                "plan.apply",
                List.of(ResourceId.parse("ecs-service:main/api"), ResourceId.parse("ecs-service:main/worker")),
                Optional.empty(),
                "token:ci has not the role operator",
                Optional.empty(),
                "7-1");
    }

    @Test
    void optionsBecomeTheRequest() {
        bench.run(
                audit(List.of(), Optional.empty()),
                "--from=2026-11-24T00:00:00Z",
                "--to=2026-11-25T00:00:00Z",
                "--actor=ci",
                "-n=7",
                "--cursor=x");

        assertThat(asked)
                .containsExactly(new ReadAudit.Request(
                        Optional.of(Instant.parse("2026-11-24T00:00:00Z")),
                        Optional.of(Instant.parse("2026-11-25T00:00:00Z")),
                        Optional.of("ci"),
                        7,
                        Optional.of("x")));
        assertThat(bench.talk()).contains("No entries.");
    }

    @Test
    void aRowForEachEntryAndWhereToGoOn() {
        bench.run(audit(List.of(denied()), Optional.of("cursor-1")));

        assertThat(bench.out())
                .contains("2026-11-24T03:15:02Z", "token:ci", "denied", "ecs-service:main/api and 1 more");
        assertThat(bench.talk()).contains("There are more; see --cursor cursor-1");
    }

    @Test
    void theLimitHasBounds() {
        assertThatThrownBy(() -> bench.run(audit(List.of(), Optional.empty()), "--limit=0"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("from 1 to 1000");
    }
}
