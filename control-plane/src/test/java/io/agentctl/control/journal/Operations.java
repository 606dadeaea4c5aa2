package io.agentctl.control.journal;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Operations for tests, told apart by their number. */
final class Operations {

    static final Target HERE = new Target("test", "123456789012", "eu-central-1");
    static final ResourceId API = new ResourceId("ecs-service", "main/api");
    static final ResourceId WORKER = new ResourceId("ecs-service", "main/worker");
    static final Owner ALICE = new Owner("alice", "laptop", 4711, "", Instant.EPOCH);
    static final Owner BOB = new Owner("bob", "desk", 42, "", Instant.EPOCH);
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Operations() {}

    /** An operation that begins {@code number} seconds after noon. */
    static Operation numbered(int number, ResourceId resource, Owner owner) {
        Instant now = NOON.plusSeconds(number);
        OperationId id = OperationId.next(now, new Random(number));
        return Operation.begun(draft(resource), id, owner, now, now.plusSeconds(30));
    }

    static OperationDraft draft(ResourceId resource) {
        Step change = Step.change(
                "update service",
                Action.of("ecs.update-service", Map.of("taskDefinition", "api:8", "json", "{\"cpu\": \"1024\"}\n")),
                Action.of("ecs.update-service", Map.of("taskDefinition", "api:7")));
        Step check = Step.check("wait for the rollout", Action.of("ecs.wait", Map.of()));
        return new OperationDraft("ecs rightsize", resource, HERE, "2048/4096 to 1024/2048", List.of(change, check));
    }

    static Operation over(Operation operation, OperationState end) {
        return operation.in(end, "");
    }
}
