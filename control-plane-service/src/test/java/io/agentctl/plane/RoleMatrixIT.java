package io.agentctl.plane;

import static io.agentctl.plane.TeamBench.as;
import static io.agentctl.plane.TeamBench.asking;
import static io.agentctl.plane.TeamBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that the OpenAPI document names, asked for by every role and by nobody: exactly the allowed get through.
 * What is expected follows from what a route or use case does, by its name and method, never from what it demands.
 */
class RoleMatrixIT {

    private static final String NOBODY = "nobody";
    private static final String NO_PLAN =
            """
            {"plan": {"kind": "ecs", "target": {"context": "c", "account": "1", "region": "r"},
             "createdAt": "2026-03-01T12:00:00Z", "resources": []},
             "following": {"untilProved": true, "watch": "PT0S"}}""";

    /** Verbs that change something. Whoever adds one of another name is told here that it has to be thought about. */
    private static final Set<String> CHANGING =
            Set.of("apply", "apply-wish", "keep", "publish", "resume", "share", "sweep", "tell", "test", "undo");

    /** What there is to do, and who may: a viewer only looks; operators change; approvers decide; admins do all. */
    private enum Kind {
        FOR_ANYBODY("", "viewer operator approver admin nothing nobody"),
        OWN_SESSION("", "viewer operator approver admin nothing"),
        LOOKS("viewer", "viewer operator approver admin"),
        CHANGES("operator", "operator admin"),
        DECIDES("approver", "approver admin"),
        TOKENS("admin", "admin");

        private final String role;
        private final String may;

        Kind(String role, String may) {
            this.role = role;
            this.may = may;
        }

        boolean isFor(String name) {
            return List.of(may.split(" ")).contains(name);
        }

        static Kind ofRoute(String method, String path) {
            if (!path.startsWith("/v1/") || path.equals("/v1/session/redeem")) {
                return FOR_ANYBODY;
            }
            if (path.startsWith("/v1/session")) {
                return OWN_SESSION;
            }
            if (path.startsWith("/v1/tokens")) {
                return TOKENS;
            }
            if (path.endsWith("/approve") || path.endsWith("/reject")) {
                return DECIDES;
            }
            // Asking for a use case is for those that it is for; the other test asks for each.
            return method.equals("GET") || path.equals("/v1/operations") ? LOOKS : CHANGES;
        }

        static Kind ofUseCase(String name) {
            return CHANGING.contains(name.substring(name.indexOf('.') + 1)) ? CHANGES : LOOKS;
        }
    }

    @TempDir
    private static Path folder;

    private static TeamBench bench;
    private static JsonNode document;
    private static int attempts;

    @BeforeAll
    static void start() throws Exception {
        bench = new TeamBench(
                folder,
                """
                grants: [{to: arn:aws:iam::*:role/sandbox-operator, roles: operator}]
                approvals: {rules: [{useCases: plan.apply}]}
                """);
        document = json(bench.get("/openapi.json", Map.of()));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static Stream<String> everybody() {
        return Stream.concat(TeamBench.ROLES.stream(), Stream.of(NOBODY));
    }

    private static Map<String, String> proof(String role) {
        return role.equals(NOBODY) ? Map.of() : as(role);
    }

    private static void assertLetThrough(Kind kind, String role, int status) {
        if (kind.isFor(role)) {
            assertThat(status).as(role).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(status).as(role).isEqualTo(role.equals(NOBODY) ? 401 : 403);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRouteIsForItsRoles() {
        return document.get("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(route -> DynamicTest.dynamicTest(
                        route.getKey() + " " + path.getKey(),
                        () -> isForItsRoles(
                                route.getKey().toUpperCase(Locale.ROOT), path.getKey(), route.getValue()))));
    }

    private static void isForItsRoles(String method, String path, JsonNode route) throws Exception {
        Kind kind = Kind.ofRoute(method, path);
        assertThat(route.path("x-role").asText()).as("the document").isEqualTo(kind.role);
        assertThat(route.has("security")).as("the document").isEqualTo(kind != Kind.FOR_ANYBODY);
        for (String role : everybody().toList()) {
            String waiting = path.contains("{id}") ? waiting() : "";
            String body = route.has("requestBody") ? body(path, waiting) : "";
            assertLetThrough(kind, role, bench.status(method, path.replace("{id}", waiting), proof(role), body));
        }
    }

    /** Something that another asked for, and that waits for an approver. */
    private static String waiting() throws IOException, InterruptedException {
        return json(bench.post("/v1/operations", bench.signed(TeamBench.AUDIENCE), asking("plan.apply", NO_PLAN)))
                .get("id")
                .textValue();
    }

    private static String body(String path, String waiting) throws IOException, InterruptedException {
        attempts++;
        return switch (path) {
            case "/v1/session" -> "{\"cookie\": false}";
            case "/v1/session/redeem" -> "{\"code\": %s}".formatted(code());
            case "/v1/tokens" ->
                "{\"name\": \"t%d\", \"roles\": [\"viewer\"], \"validFor\": \"PT1H\"}".formatted(attempts);
            case "/v1/operations" -> asking("place.here", "{}");
            case "/v1/approvals/{id}/approve", "/v1/approvals/{id}/reject" ->
                "{\"fingerprint\": %s, \"comment\": \"\"}"
                        .formatted(bench.approval(waiting).get("fingerprint"));
            default -> "17";
        };
    }

    private static JsonNode code() throws IOException, InterruptedException {
        return json(bench.post("/v1/session/code", as("viewer"), "")).get("code");
    }

    @TestFactory
    Stream<DynamicTest> everyUseCaseIsForItsRoles() {
        JsonNode useCases = document.get("x-use-cases");
        assertThat(useCases.size()).isGreaterThan(30);
        return useCases.properties().stream()
                .map(useCase -> DynamicTest.dynamicTest(
                        useCase.getKey(), () -> isForItsRoles(useCase.getKey(), useCase.getValue())));
    }

    /** No request fits a number: who may ask is told so, and nothing runs. */
    private static void isForItsRoles(String name, JsonNode useCase) throws Exception {
        Kind kind = Kind.ofUseCase(name);
        assertThat(useCase.get("role").textValue()).as("the document").isEqualTo(kind.role);
        for (String role : everybody().toList()) {
            int status = bench.status("POST", "/v1/operations", proof(role), asking(name, "17"));
            assertLetThrough(kind, role, status);
            if (kind.isFor(role)) {
                assertThat(status).isEqualTo(422);
            }
        }
    }

    @Test
    void whoAskedMayStopAndTakeBackWithoutMore() throws IOException, InterruptedException {
        String looked = json(bench.post("/v1/operations", as("viewer"), asking("place.here", "{}")))
                .get("id")
                .textValue();
        assertThat(bench.post("/v1/operations/" + looked + "/cancel", as("viewer"), "")
                        .statusCode())
                .isEqualTo(202);

        String changes = json(bench.post("/v1/operations", as("operator"), asking("plan.apply", NO_PLAN)))
                .get("id")
                .textValue();
        assertThat(bench.post(
                                "/v1/approvals/" + changes + "/reject",
                                as("operator"),
                                body("/v1/approvals/{id}/reject", changes))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Stream.of("cancel", "undo", "events")
                        .map(verb -> document.at("/paths/~1v1~1operations~1{id}~1" + verb))
                        .filter(path -> path.at("/post/x-or-asker").asBoolean()))
                .hasSize(1);
    }

    @Test
    void whatIsNoProofIsNobody() throws IOException, InterruptedException {
        for (String proof :
                List.of("Bearer x", "Bearer agentctl.operator2.AAAA", "Basic YTpi", "Session x", "AWS-STS e30")) {
            assertThat(bench.status("GET", "/v1/about", Map.of("Authorization", proof), ""))
                    .as(proof)
                    .isEqualTo(401);
        }
    }
}
