package io.agentctl.plane;

import static io.agentctl.plane.TeamBench.as;
import static io.agentctl.plane.TeamBench.asking;
import static io.agentctl.plane.TeamBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.permission.Permission;
import io.agentctl.control.permission.Role;
import io.agentctl.sandbox.http.AskedOfIam;
import io.agentctl.sandbox.http.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a control plane calls for itself is what its role is allowed; what it does for callers, viewer and operator are.
 */
class PlanePermissionsIT {

    @TempDir
    private Path folder;

    @Test
    void itsRoleAllowsWhatItCallsAndNoMore() throws IOException, InterruptedException {
        PlaneBench place = new PlaneBench(folder);
        place.calls().clear();
        try (TeamBench bench = new TeamBench(
                folder,
                """
                grants:
                  - {to: arn:aws:iam::*:role/sandbox-operator, roles: [operator]}
                  - {to: "schedule:look", roles: [viewer]}
                schedules: [{name: look, every: 5s, policies: production}]
                approvals:
                  rules:
                    - {useCases: plan.apply}
                """,
                place)) {
            token(bench);
            bench.get("/v1/session", bench.signed(TeamBench.AUDIENCE));
            approved(bench);
            bench.get("/v1/approvals", as("approver"));
            bench.post("/v1/operations", as("admin"), asking("ops.audit", "{\"since\": \"PT1H\", \"most\": 10}"));
        }

        assertThat(actions(place, PlanePermissionsIT::isOwn)).isEqualTo(actions(Role.CONTROL_PLANE));
        assertThat(actions(Role.VIEWER, Role.OPERATOR)).containsAll(actions(place, call -> !isOwn(call)));
    }

    private static boolean isOwn(Call call) {
        return call.resource().equals("acme-agentctl");
    }

    private static void token(TeamBench bench) throws IOException, InterruptedException {
        String wish = "{\"name\": \"deploy\", \"roles\": [\"operator\"], \"validFor\": \"PT1H\"}";
        assertThat(bench.post("/v1/tokens", as("admin"), wish).statusCode()).isEqualTo(200);
        assertThat(bench.post("/v1/tokens/deploy/revoke", as("admin"), "").statusCode())
                .isEqualTo(200);
    }

    private static void approved(TeamBench bench) throws IOException, InterruptedException {
        JsonNode target = json(bench.get("/v1/about", as("viewer"))).get("target");
        String plan =
                """
                {"plan": {"kind": "ecs", "target": %s, "createdAt": "2026-03-01T12:00:00Z", "resources": []},
                 "following": {"untilProved": true, "watch": "PT0S"}}"""
                        .formatted(target);
        String id = json(bench.post("/v1/operations", as("operator"), asking("plan.apply", plan)))
                .get("id")
                .textValue();
        String ruling = "{\"fingerprint\": %s, \"comment\": \"\"}"
                .formatted(bench.approval(id).get("fingerprint"));
        assertThat(bench.post("/v1/approvals/" + id + "/approve", as("approver"), ruling)
                        .statusCode())
                .isEqualTo(200);
        assertThat(bench.ended(id)).isEqualTo("succeeded");
    }

    private static Set<String> actions(PlaneBench place, Predicate<Call> which) {
        return place.calls().all().stream()
                .filter(which)
                .flatMap(AskedOfIam::by)
                .map(AskedOfIam::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> actions(Role... roles) {
        return Stream.of(roles)
                .flatMap(role -> role.allowed().stream())
                .map(Permission::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
