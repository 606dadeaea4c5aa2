package io.agentctl.control.performance.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.ScenarioReader;
import io.agentctl.control.performance.scenario.ShippedScenarios;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "stress", "spike", "soak"})
    void taskSendsWhatWasWritten(String name) {
        assertSame(ShippedScenarios.read(name));
    }

    @Test
    void dataAndHeadersGoAlong(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("d.csv"), "user,n\nann,1\n\"bo, b\",2\n");

        assertSame(ScenarioReader.parse(
                "x.yaml",
                """
                request: {path: '/{{user}}', headers: {Authorization: Bearer x}, body: '{{n}}', data: d.csv, timeout: 3s, protocol: http/2}
                expect: ['status=2xx']
                stages:
                  - {concurrency: 5, requests: 100, ramp: 2s, pause: 1s}
                  - {from: 1/s, rate: 7/m, duration: 90s, warmUp: true}
                """,
                folder));
    }

    private static void assertSame(Scenario scenario) {
        Assignment sent = new Assignment(scenario, URI.create("https://a.example/x?y"), 7, "PEM", List.of("p95<1s"));

        Assignment read = AssignmentJson.read(AssignmentJson.write(sent));

        assertThat(read.scenario().digest()).isEqualTo(scenario.digest());
        assertThat(read.scenario().request()).isEqualTo(scenario.request());
        assertThat(read.scenario().stages()).isEqualTo(scenario.stages());
        assertThat(List.of(read.url(), read.cap(), read.authorities(), read.abortOn()))
                .isEqualTo(List.of(sent.url(), sent.cap(), sent.authorities(), sent.abortOn()));
    }
}
