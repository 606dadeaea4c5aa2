package io.agentctl.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItineraryTest {

    @TempDir
    Path folder;

    static Stream<Stop> stops() {
        return Stream.concat(Itinerary.stops().stream(), Itinerary.last().stream());
    }

    /** With {@code --help} a command is parsed, options and values included, and does nothing. */
    @ParameterizedTest
    @MethodSource("stops")
    void everyStopIsACommandThatIsUnderstood(Stop stop) {
        List<String> words = new ArrayList<>(stop.command());
        words.add("--help");

        Outcome outcome = Commands.in(folder).run(words.toArray(String[]::new));

        assertThat(outcome.code()).as(stop.typed() + outcome.talk()).isZero();
        assertThat(stop.story()).matches("[A-Z].*[.?]");
    }

    @Test
    void whatIsStartedIsStopped() {
        assertThat(stops().map(Stop::typed))
                .contains("agentctl sandbox start", "agentctl sandbox stop", "agentctl runtime stop")
                .endsWith("agentctl runtime stop", "agentctl sandbox stop");
    }
}
