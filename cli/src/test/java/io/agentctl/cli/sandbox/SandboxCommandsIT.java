package io.agentctl.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's own process, as the commands start and steer it. */
class SandboxCommandsIT {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    @BeforeEach
    void theSandboxIsBuilt() {
        assumeThat(REPOSITORY.resolve("sandbox/target/agentctl-sandbox.jar"))
                .as("the sandbox's jar, which 'mvn verify' builds before this module")
                .exists();
    }

    @AfterEach
    void nothingIsLeftRunning() {
        run("sandbox stop");
    }

    private Outcome run(String line) {
        return Commands.in(folder).installedAt(REPOSITORY).run(line);
    }

    @Test
    void itLivesUntilItIsStopped() {
        Outcome before = run("sandbox status");
        Outcome start = run("sandbox start --seed 7");
        Outcome again = run("sandbox start");
        Outcome status = run("sandbox status --query seed");
        Outcome endpoint = run("config view --context sandbox --query settings[?name=='endpointUrl'].where");
        Outcome stop = run("sandbox stop");
        Outcome stopAgain = run("sandbox stop");

        assertThat(before.code()).isEqualTo(69);
        assertThat(before.talk()).contains("not running", "agentctl sandbox start");
        assertThat(start.code()).as(start.talk()).isZero();
        assertThat(start.out()).contains("http://127.0.0.1:", "agentctl config use sandbox", "agentctl sandbox stop");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.talk()).contains("running already");
        assertThat(status.out()).isEqualTo("7\n");
        assertThat(endpoint.out()).isEqualTo("running sandbox\n");
        assertThat(stop.out()).isEqualTo("The sandbox has stopped.\n");
        assertThat(stopAgain.out()).isEqualTo("The sandbox was not running.\n");
    }

    @Test
    void faultsClockAndCallsAreSteered() throws IOException {
        run("sandbox start");
        Files.writeString(folder.resolve("bad.yaml"), "nonsense: true\n");

        assertThat(run("sandbox faults").out()).isEqualTo("Nothing is made to go wrong.\n");
        assertThat(run("sandbox faults throttle --service ecs --rate 50% --times 3 -o csv")
                        .out())
                .contains("throttle,ecs,,0.5,3");
        assertThat(run("sandbox faults throtle").talk()).contains("No such kind of fault: throtle");
        assertThat(run("sandbox faults throtle").code()).isEqualTo(64);
        assertThat(run("sandbox faults --clear --query length(faults)").out()).isEqualTo("0\n");
        assertThat(run("sandbox clock --advance 1h30m --query clockOffset").out())
                .isEqualTo("PT1H30M\n");
        assertThat(run("sandbox calls").out()).isEqualTo("No calls.\n");
        assertThat(run("sandbox reset --query clockOffset").out()).isEqualTo("PT0S\n");
        assertThat(run("sandbox load " + folder.resolve("bad.yaml")).code()).isEqualTo(65);
        assertThat(run("sandbox load " + folder.resolve("none.yaml")).talk()).contains("there is no file");
    }

    @Test
    void aWorldThatCannotBeReadKeepsItFromComingUp() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "nonsense: true\n");

        Outcome outcome = run("sandbox start --world " + folder.resolve("bad.yaml"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("did not come up", "nonsense", "sandbox.log");
        assertThat(run("sandbox status").code()).isEqualTo(69);
    }
}
