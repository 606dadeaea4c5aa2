package io.agentctl.control.performance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.SimulatedResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultHistoryTest {

    private static final SimulatedResult SHORT = SimulatedResult.of(1).intervals(2);

    @TempDir
    Path folder;

    @Test
    void resultsAreReadInTheOrderInWhichTheyRanAndEachIsKeptOnce() {
        ResultHistory history = new FolderHistory(folder.resolve("performance"));
        LoadResult later = SHORT.at(Instant.parse("2026-03-02T10:00:00Z")).made();
        history.keep(later);
        history.keep(SHORT.made());
        String again = history.keep(later);

        assertThat(history.read().results()).extracting(KeptResult::result).containsExactly(SHORT.made(), later);
        assertThat(Path.of(again).getFileName()).hasToString("2026-03-02T10-00-00Z-baseline-0123.json");
    }

    @Test
    void aFileThatIsNoResultIsToldOfAndHidesNoOther() throws IOException {
        ResultHistory history = new FolderHistory(folder);
        history.keep(SHORT.made());
        Files.writeString(folder.resolve("notes.json"), "{\"kind\": \"notes\"}");

        ResultHistory.Contents contents = history.read();

        assertThat(contents.results()).hasSize(1);
        assertThat(contents.passedOver()).singleElement().asString().contains("notes.json", "no result of a load test");
    }

    @Test
    void aTrendLeavesOutWhatSaysNothingOfTheTargetAndEarlierVersionsOfTheScenario() {
        ResultHistory history = new FolderHistory(folder);
        history.keep(SHORT.scenario("sha256:old")
                .at(Instant.parse("2026-02-01T10:00:00Z"))
                .made());
        history.keep(SHORT.at(Instant.parse("2026-03-02T10:00:00Z")).saturated().made());
        history.keep(SHORT.at(Instant.parse("2026-03-03T10:00:00Z")).made());

        HistoryTrend trend = HistoryTrend.of(history.read().results(), Optional.empty(), HistoryFigure.P95);

        assertThat(trend.leftOut())
                .containsExactly(
                        "1 run of another version of the scenario left out.",
                        "1 run left out in which the generator was the limit, not the target.");
        assertThat(trend.samples()).singleElement().satisfies(sample -> assertThat(sample.value())
                .isEqualTo(SHORT.made().total().latency().p95()));
    }

    @Test
    void anEmptyHistorySaysHowToBegin() {
        assertThatThrownBy(() -> HistoryTrend.of(
                        new FolderHistory(folder.resolve("none")).read().results(),
                        Optional.empty(),
                        HistoryFigure.P95))
                .hasMessage("the history has no results");
    }
}
