package io.agentctl.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** World documents: what is taken, and how the rest is refused. */
class WorldReaderTest {
    private static final String SERVICE =
            """
            clusters:
              - name: c
                services:
                  - name: one
                    cpu: 256
                    memory: 512
                    workload:
                      pattern: {cpu: 50, memory: 100}
            """;

    @Test
    void leavesOutWhatHasADefault() {
        WorldDocument document = World.parse(SERVICE, Path.of("")).document();

        assertThat(document.history()).isEqualTo(Duration.ofDays(14));
        assertThat(document.account()).isEqualTo("111122223333");
        assertThat(document.clusters().getFirst().services().getFirst().tasks()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tasks: 2            | taskz: 2              | :6:9: unknown key \"taskz\"",
                "memory: 100         | memry: 100            | :9:30: unknown key \"memry\"",
                "cpu: 256            | cpu: 300              | Fargate has no size of cpu 300",
                "cpu: 256            | cpu: many             | cpu",
                "pattern: {          | patern: {             | :9:11: unknown key \"patern\"",
                "name: one           | name: o n e           | needs a name"
            })
    void saysWhatIsWrongAndWhere(String right, String wrong, String expected) {
        String yaml =
                SERVICE.replace("cpu: 256\n", "cpu: 256\n        tasks: 2\n").replace(right, wrong);

        assertThatThrownBy(() -> World.parse(yaml, Path.of("")))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("world:")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: f, memory: 64}                         | memory must be within 128..10240 MB",
                "{name: f, timeout: 1500ms}                    | timeout must be whole seconds",
                "{name: f, versions: 1, aliases: {live: 2}}    | an alias points at one of its versions",
                "{name: f, failureRate: 2}                     | failureRate must be within 0..1",
                "{name: f, answer: {echo: true, fixed: 1}}     | either {echo: true} or {fixed",
                "{name: f, model: {cpus: 1ms}}                 | unknown key \"cpus\"",
                "{memory: 128}                                 | a function needs a name"
            })
    void saysWhatIsWrongWithAFunction(String function, String expected) {
        assertThatThrownBy(() -> World.parse("functions:\n  - " + function + "\n", Path.of("")))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("world:2:")
                .hasMessageContaining(expected);
    }

    @Test
    void refusesAKeyThatComesTwice() {
        assertThatThrownBy(() -> World.parse("seed: 1\nseed: 2\n", Path.of("")))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("world:2:");
    }

    @ParameterizedTest
    @CsvSource({"14d, 1209600000", "1h30m, 5400000", "8s, 8000", "500ms, 500", "1m500ms, 60500", "0s, 0"})
    void readsDurations(String text, long millis) {
        assertThat(DurationReader.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"''", "soon", "14", "1s1h", "-3s"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> DurationReader.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
