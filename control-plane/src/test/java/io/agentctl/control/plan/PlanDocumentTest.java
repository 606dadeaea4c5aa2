package io.agentctl.control.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDocumentTest {

    private static final String PLAN =
            """
            {"schemaVersion": 1,
             "services": [],
             "plan": {
               "kind": "ecs rightsize",
               "target": {"context": "sandbox", "account": "111122223333", "region": "us-east-1"},
               "createdAt": "2026-11-24T03:00:00Z",
               "resources": [{
                 "resource": "ecs-service:main/api",
                 "fingerprint": "sha256:0123",
                 "changes": [{"resource": "ecs-service:main/api", "field": "task-size", "from": "2048/4096",
                   "to": "1024/2048", "why": "CPU is idle", "risk": "low", "monthly": -144.16}]}]}}
            """;

    @Test
    void whatAPlanningCommandPrintedIsReadBack() {
        Plan plan = PlanDocument.read("plan.json", PLAN);

        ResourceId api = new ResourceId("ecs-service", "main/api");
        Change change = new Change(
                api,
                "task-size",
                "2048/4096",
                "1024/2048",
                "CPU is idle",
                Risk.LOW,
                new Money(new BigDecimal("-144.16")));
        assertThat(plan)
                .isEqualTo(new Plan(
                        "ecs rightsize",
                        new Target("sandbox", "111122223333", "us-east-1"),
                        Instant.parse("2026-11-24T03:00:00Z"),
                        List.of(new ResourcePlan(api, "sha256:0123", List.of(change)))));
    }

    @Test
    void malformedJsonIsRefusedWithLineAndColumn() {
        assertRefused("{\n  \"plan\": ]", "plan.json:2:");
    }

    @Test
    void anUnknownKeyIsRefusedAndTheNearOneNamed() {
        assertRefused(PLAN.replace("\"fingerprint\"", "\"fingerprnt\""), "Did you mean fingerprint?");
    }

    @Test
    void aMissingPartIsNamed() {
        assertRefused(PLAN.replace("\"account\": \"111122223333\", ", ""), "a target lacks account");
    }

    @Test
    void anUnknownRiskIsRefused() {
        assertRefused(PLAN.replace("\"low\"", "\"lowish\""), "not a plan");
    }

    @Test
    void aDocumentOfALaterVersionIsRefused() {
        assertRefused(PLAN.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"), "schemaVersion 2");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> PlanDocument.read("plan.json", text))
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.BAD_DOCUMENT))
                .hasMessageContaining(message);
    }
}
