package io.agentctl.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team does at its control plane by commands: who one is, changes that take two, tokens. */
class TeamCommandsIT {

    private static final String SECRET = "SECRETSECRETSECRETSECRETSECRETSECRETSECRETS";

    @TempDir
    private static Path folder;

    private static TwoWays ways;

    @BeforeAll
    static void start() throws IOException {
        Path tokens = Files.writeString(
                folder.resolve("tokens.yaml"),
                Stream.of("viewer", "operator", "approver", "admin")
                        .map(TeamCommandsIT::kept)
                        .collect(Collectors.joining("", "tokens:\n", "")));
        ways = new TwoWays(
                folder,
                SmallRuntime.WORLD,
                SmallRuntime.FILES,
                """
                identity: {audience: http://plane.test, tokens: %s}
                approvals:
                  rules: [{useCases: plan.apply}]
                """
                        .formatted(tokens));
    }

    @AfterAll
    static void stop() {
        ways.close();
    }

    private static String kept(String role) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(token(role).getBytes(StandardCharsets.UTF_8));
            return "  - {name: %s, sha256: %s, roles: [%s], expires: 2100-01-01T00:00:00Z}\n"
                    .formatted(role, HexFormat.of().formatHex(hash), role);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(String role) {
        return "agentctl." + role + "." + SECRET;
    }

    private static Commands as(String role) {
        return holding(token(role));
    }

    private static Commands holding(String token) {
        return Commands.in(folder).with("AGENTCTL_CONTEXT", "team").with("AGENTCTL_TOKEN", token);
    }

    private static String waiting() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Outcome shown = as("approver").run("ops", "approvals", "show", "-o", "json", "--query", "approval.id");
            if (shown.code() == 0) {
                return shown.out().strip().replace("\"", "");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing waits");
    }

    @Test
    void whoOneIsAndMay() {
        assertThat(as("operator").run("ops whoami").out())
                .contains("token:operator")
                .contains("Roles: operator");
        assertThat(as("viewer").run("ops whoami -o json --query roles").out()).contains("viewer");
    }

    @Test
    void whatTakesTwoIsShownExactlyAndAgreedToBySomebodyElse() throws Exception {
        CompletableFuture<Outcome> asked =
                CompletableFuture.supplyAsync(() -> as("operator").run("ecs scale api --min 3 --max 5 --yes"));
        String id = waiting();

        Outcome shown = as("approver").run("ops approvals show " + id.substring(0, 8));
        assertThat(shown.out())
                .contains("plan.apply of ecs-service:acme/api")
                .contains("Asked for by token:operator")
                .contains("Fingerprint ")
                .contains("Plan: ecs scale in context sandbox");
        assertThat(as("operator").run("ops approvals approve --yes").talk()).contains("approver");
        assertThat(as("viewer").run("ops approvals approve --yes").code()).isEqualTo(77);

        Outcome approved = as("approver").run("ops approvals approve --yes --comment fine");
        assertThat(approved.code()).as(approved.talk()).isZero();
        assertThat(approved.talk()).contains("Plan: ecs scale in context sandbox");
        assertThat(approved.out()).contains("decided by token:approver: fine");

        Outcome done = asked.get(2, TimeUnit.MINUTES);
        assertThat(done.code()).as(done.talk()).isZero();
        assertThat(done.talk()).contains("agentctl ops approvals approve " + id);
        assertThat(as("approver").run("ops approvals approve --yes").talk()).contains("nothing waits");
        assertThat(as("viewer").run("ops approvals list --all").out())
                .contains(id)
                .contains("used");
    }

    @Test
    void whoAskedTakesItBack() throws Exception {
        CompletableFuture<Outcome> asked =
                CompletableFuture.supplyAsync(() -> as("operator").run("ecs redeploy quiet --yes"));
        String id = waiting();

        Outcome rejected = as("operator").run("ops approvals reject " + id + " --yes --comment later");

        assertThat(rejected.code()).as(rejected.talk()).isZero();
        Outcome refused = asked.get(2, TimeUnit.MINUTES);
        assertThat(refused.code()).isEqualTo(77);
        assertThat(refused.talk()).contains("was rejected by token:operator: later");
    }

    @Test
    void aTokenIsToldOnceAloneOnStdoutAndEnds() {
        Outcome made = as("admin").run("ops tokens create ci --role viewer --valid 1h --yes");
        assertThat(made.code()).as(made.talk()).isZero();
        assertThat(made.out().strip()).matches("agentctl\\.ci\\.[\\w-]{43}");
        assertThat(made.talk()).contains("told once").doesNotContain(made.out().strip());

        Commands ci = holding(made.out().strip());
        assertThat(ci.run("ops whoami").out()).contains("token:ci");
        assertThat(as("admin").run("ops tokens list").out())
                .contains("ci")
                .doesNotContain(made.out().strip());

        assertThat(as("admin").run("ops tokens revoke ci --yes").code()).isZero();
        assertThat(ci.run("ops whoami").code()).isEqualTo(77);
        assertThat(as("operator").run("ops tokens list").code()).isEqualTo(77);
    }

    @Test
    void elsewhereTheySayWhatTheyNeed() {
        Commands sandbox = Commands.in(folder).with("AGENTCTL_CONTEXT", "sandbox");
        for (String command : new String[] {"ops whoami", "ops approvals list", "ops tokens list"}) {
            Outcome refused = sandbox.run(command);
            assertThat(refused.code()).isEqualTo(78);
            assertThat(refused.talk())
                    .contains("context sandbox is no control plane")
                    .contains("config contexts");
        }
    }

    @Test
    void aTokenMustSayWhatItMay() {
        assertThat(as("admin").run("ops tokens create ci --yes").code()).isEqualTo(64);
        assertThat(as("admin").run("ops tokens create ci --role king --yes").code())
                .isEqualTo(64);
    }
}
