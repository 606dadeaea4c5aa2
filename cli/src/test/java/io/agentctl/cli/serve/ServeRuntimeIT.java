package io.agentctl.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.ProgramWords;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runtime's own process, as the commands start, ask and stop it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeRuntimeIT {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final String SMALL = "{\"intent\":\"call_reasoning\",\"context\":{\"max_tokens\":10}}";
    private static final String LARGE = "{\"intent\":\"call_reasoning\",\"context\":{\"max_tokens\":9000}}";

    private static final String POLICY =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata:
              id: cap
              owner: agents
            spec:
              rules:
                - id: too-long
                  when: has(context.max_tokens) && context.max_tokens > 8000
                  effect: deny
                  message: too many tokens
                - id: anybody
                  when: "true"
                  effect: allow
            """;

    @TempDir
    Path folder;

    private int port;

    @BeforeEach
    void theRuntimeIsBuilt() throws IOException {
        assumeThat(REPOSITORY.resolve("runtime-service/target/agentctl-runtime-service.jar"))
                .as("the runtime's jar, which 'mvn verify' builds before this module")
                .exists();
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\njournal: file\n");
        Files.writeString(folder.resolve("cap.yaml"), POLICY);
        port = freePort();
    }

    @AfterEach
    void nothingIsLeftRunning() {
        run("runtime", "stop");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Outcome run(String... words) {
        return Commands.in(folder).installedAt(REPOSITORY).run(words);
    }

    @Test
    void itEnforcesWhatIsInForceUntilItIsStopped() throws IOException {
        try (Sandbox sandbox = Sandbox.start(World.defaultWorld(1))) {
            Commands there = Commands.in(folder).installedAt(REPOSITORY).at(sandbox);
            Outcome published =
                    there.run("policy", "publish", folder.resolve("cap.yaml").toString(), "--yes");

            Outcome started = there.run("serve runtime --detach --environment production --port " + port);
            Outcome again = there.run("serve runtime --detach --port " + freePort());
            Outcome before = there.run("runtime", "dispatch", SMALL);
            Outcome activated = there.run("policy activate cap --yes --wait");
            Outcome allowed = there.run("runtime", "dispatch", SMALL);
            Outcome denied = there.run("runtime", "dispatch", LARGE);
            Outcome health = there.run("runtime health");
            Outcome instances = there.run("runtime instances -o json");
            Outcome stopped = there.run("runtime stop");

            assertThat(published.code()).as(published.talk()).isZero();
            assertThat(started.code()).as(started.talk()).isZero();
            assertThat(started.out()).contains("http://127.0.0.1:" + port, "agentctl runtime stop");
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.talk()).contains("a runtime answers at http://127.0.0.1:" + port + " already");
            assertThat(before.code()).isEqualTo(77);
            assertThat(activated.code()).as(activated.talk()).isZero();
            assertThat(activated.out()).contains("verified").doesNotContain("not verified");
            assertThat(allowed.code()).as(allowed.talk()).isZero();
            assertThat(allowed.out()).contains("allowed", "\"max_tokens\":10");
            assertThat(denied.code()).isEqualTo(77);
            assertThat(denied.out()).contains("too many tokens", "cap@1/too-long");
            assertThat(health.code()).isZero();
            assertThat(health.out()).contains("UP", "generation 1, 1 in force", "echo", "closed");
            assertThat(new ObjectMapper()
                            .readTree(instances.out())
                            .at("/runtimes/0/generation")
                            .asInt())
                    .isEqualTo(1);
            assertThat(stopped.out()).contains("Drained and stopped.");
            assertThat(there.run("runtime instances").talk()).contains("No runtime of production has reported.");
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String policies = folder.resolve("cap.yaml").toString();
            String taken = Integer.toString(other.getLocalPort());

            Outcome detached = run("serve", "runtime", "--detach", "--policies", policies, "--port", taken);
            Ended foreground = ended("serve", "runtime", "--policies", policies, "--port", taken);

            assertThat(detached.code()).isEqualTo(69);
            assertThat(detached.talk()).contains("cannot listen on 127.0.0.1:" + taken, "--port");
            assertThat(foreground.code()).isEqualTo(69);
            assertThat(foreground.talk())
                    .contains("cannot listen on 127.0.0.1:" + taken)
                    .doesNotContain("Exception", "SLF4J");
        }
    }

    @Test
    void aMistakeInTheConfigurationIsSaidWithItsPlace() throws Exception {
        Path configuration =
                Files.writeString(folder.resolve("runtime.yaml"), "project: acme\nserver:\n  prot: 8080\n");

        Ended ended = ended("serve", "runtime", "--config", configuration.toString());

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.talk()).contains("runtime.yaml:3:3", "prot", "port");
        assertThat(run(
                                "serve",
                                "runtime",
                                "--config",
                                folder.resolve("none.yaml").toString())
                        .talk())
                .contains("there is no file", "none.yaml");
        assertThat(run("serve", "runtime", "--detach", "--port", "99999").code())
                .isEqualTo(64);
    }

    @Test
    void whatEndsTheCommandEndsTheRuntime() throws Exception {
        Process command = start(
                "serve",
                "runtime",
                "--policies",
                folder.resolve("cap.yaml").toString(),
                "--port",
                Integer.toString(port));
        String url = "http://127.0.0.1:" + port;
        for (int i = 0; i < 200 && run("runtime", "health", "--url", url).code() != 0; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Outcome denied = run("runtime", "dispatch", LARGE, "--url", url);

        command.destroy();

        assertThat(denied.code()).as(denied.talk()).isEqualTo(77);
        assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run("runtime", "health", "--url", url).code()).isEqualTo(69);
    }

    @Test
    void anAddressThatIsNoneIsAMistakeOfUsage() {
        assertThat(run("runtime", "health", "--url", "ftp://x").code()).isEqualTo(64);
        assertThat(run("runtime", "dispatch", "{}", "--url", "not-a-url").code())
                .isEqualTo(64);
    }

    private record Ended(int code, String talk) {}

    private Ended ended(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        String talk = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), talk);
    }

    /** The program as a process, since the runtime prints for itself. */
    private Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProgramWords.of(REPOSITORY, arguments)).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.redirectOutput(folder.resolve("out.log").toFile());
        return builder.start();
    }
}
