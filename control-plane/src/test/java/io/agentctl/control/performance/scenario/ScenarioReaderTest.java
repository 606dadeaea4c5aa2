package io.agentctl.control.performance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios as files; mistakes are told with their place. */
class ScenarioReaderTest {

    @TempDir
    private Path folder;

    @Test
    void everythingThatAFileSaysIsRead() throws IOException {
        Files.writeString(folder.resolve("users.csv"), "user,intent\nann,\"call, me\"\nbob,x\n");
        Scenario scenario = parse(
                """
                name: checkout
                request:
                  method: post
                  path: /dispatch?tenant={{user}}
                  headers: {Content-Type: application/json}
                  body: '{"intent": "{{intent}}"}'
                  data: users.csv
                  timeout: 2s
                stages:
                  - {name: ramp, from: 0/s, rate: 50/s, duration: 30s, warmUp: true}
                  - {rate: 50/s, concurrency: 20, requests: 100, pause: 5s}
                expect: [status=200, "json:$.decision.outcome=allow"]
                thresholds: ['p95<500ms', 'errors<1%']
                """);

        assertThat(scenario.name()).isEqualTo("checkout");
        assertThat(scenario.request().method()).isEqualTo("POST");
        assertThat(scenario.request().data())
                .extracting(row -> row.get("intent"))
                .containsExactly("call, me", "x");
        assertThat(scenario.request().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(scenario.stages()).extracting(Stage::name).containsExactly("ramp", "stage 2");
        assertThat(scenario.planned()).hasValue(850);
        assertThat(scenario.length()).contains(Duration.ofSeconds(37));
        assertThat(scenario.thresholds().getFirst().source()).isEqualTo("checkout.yaml:13:1");
    }

    @Test
    void shippedScenariosAreThoseOfTheReference() {
        assertThat(ShippedScenarios.read("baseline").stages().getLast().planned())
                .hasValue(3000);
        assertThat(ShippedScenarios.read("baseline").stages().getLast().load().most())
                .isEqualTo(10);
        assertThat(ShippedScenarios.read("stress").stages())
                .extracting(stage -> stage.load().most())
                .containsExactly(10, 25, 50, 100);
        assertThat(ShippedScenarios.read("stress").planned()).hasValue(4000);
        assertThat(ShippedScenarios.read("spike").planned()).hasValue(5000);
        assertThat(ShippedScenarios.read("soak").stages().getLast().planned()).hasValue(60_000);
        for (String name : ShippedScenarios.NAMES) {
            assertThat(ShippedScenarios.read(name).request().body()).contains("call_reasoning");
        }
    }

    @Test
    void aMistakeIsToldWithItsPlace() {
        assertThat(refusal("stages: [{rate: fast}]"))
                .isEqualTo("checkout.yaml:1:17: 'rate' must be a rate such as 50/s, 1000/m or 3600/h, not 'fast'");
        assertThat(refusal("stages:\n  - {rate: 0/s, duration: 5s}"))
                .contains(":2:6:")
                .contains("rate of 0");
        assertThat(refusal("stages:\n  - {duration: 5s}")).contains("needs 'rate' or 'concurrency'");
        assertThat(refusal("stages:\n  - {rate: 5/s}")).contains("would never end");
        assertThat(refusal("stages: [{rate: 5/s, duration: 5s, warmUp: true}]")).contains("nothing but warm-up");
        assertThat(refusal("name: x")).contains("has no stages");
        assertThat(refusal("stagse: []")).contains("unknown key 'stagse'");
        assertThat(refusal("request: {method: FETCH}\nstages: [{rate: 5/s, duration: 5s}]"))
                .contains("FETCH");
        assertThat(refusal("request: {headers: {Host: x}}\nstages: [{rate: 5/s, duration: 5s}]"))
                .contains("Host");
        assertThat(refusal("request: {data: none.csv}\nstages: [{rate: 5/s, duration: 5s}]"))
                .contains("none.csv");
    }

    @Test
    void theDigestIsOfWhatIsSentAndWhen() {
        String text = "request: {headers: {Authorization: a}}\nstages: [{rate: 5/s, duration: 5s}]";

        assertThat(parse(text.replace(": a}", ": b}")).digest())
                .isEqualTo(parse(text).digest());
        assertThat(parse("name: other\n" + text).digest()).isEqualTo(parse(text).digest());
        assertThat(LongStream.of(4, 6, 7).mapToObj(rate -> parse(text.replace("5/s", rate + "/s"))
                        .digest()))
                .doesNotHaveDuplicates()
                .doesNotContain(parse(text).digest());
    }

    private Scenario parse(String text) {
        return ScenarioReader.parse("checkout.yaml", text, folder);
    }

    private String refusal(String text) {
        AgentctlException refused = catchThrowableOfType(AgentctlException.class, () -> parse(text));
        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_DOCUMENT);
        return refused.getMessage();
    }
}
