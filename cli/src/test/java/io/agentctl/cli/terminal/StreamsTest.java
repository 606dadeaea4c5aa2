package io.agentctl.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.terminal.Streams.Stream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsTest {

    private static Properties launcher(String terminals, String columns, String encoding) {
        Properties properties = new Properties();
        properties.setProperty("agentctl.terminal", terminals);
        properties.setProperty("agentctl.columns", columns);
        properties.setProperty("stdout.encoding", encoding);
        properties.setProperty("stderr.encoding", encoding);
        return properties;
    }

    @Test
    void theLauncherSaysWhichStreamsAreTerminals() {
        Streams streams = Streams.detect(Map.of(), launcher("02", "120", "UTF-8"));

        assertThat(streams.questions()).isTrue();
        assertThat(streams.results()).isEqualTo(new Stream(OptionalInt.empty(), false, true));
        assertThat(streams.talk()).isEqualTo(new Stream(OptionalInt.of(120), true, true));
    }

    @Test
    void aTerminalOfUnknownWidthIsTakenForAnUsualOne() {
        assertThat(Streams.detect(Map.of(), launcher("1", "", "US-ASCII")).results())
                .isEqualTo(new Stream(OptionalInt.of(80), true, false));
    }

    @ParameterizedTest(name = "terminal {0} NO_COLOR {1} CLICOLOR_FORCE {2} TERM {3}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            1,  -, -, xterm, true
            '', -, -, xterm, false
            1,  1, -, xterm, false
            1,  '', -, xterm, true
            1,  -, -, dumb,  false
            '', -, 1, xterm, true
            '', -, 0, xterm, false
            '', 1, 1, xterm, false
            """)
    void colourIsForTerminalsUnlessTheEnvironmentSaysOtherwise(
            String terminals, String noColor, String force, String term, boolean colour) {
        Map<String, String> environment = new HashMap<>(Map.of("TERM", term));
        if (noColor != null) {
            environment.put("NO_COLOR", noColor);
        }
        if (force != null) {
            environment.put("CLICOLOR_FORCE", force);
        }

        Streams streams = Streams.detect(environment, launcher(terminals, "80", "UTF-8"));

        assertThat(streams.results().colour()).isEqualTo(colour);
    }
}
