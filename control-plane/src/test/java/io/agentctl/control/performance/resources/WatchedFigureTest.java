package io.agentctl.control.performance.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.metrics.Series;
import io.agentctl.control.performance.ResourceUse.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of the target's parts, made of what CloudWatch has. */
class WatchedFigureTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<WatchedFigure> FIGURES = WatchedFigure.of(new ReadResources.Request(
            "main", List.of("api"), List.of("acme-governance"), List.of("acme-policies"), START, START));

    @Test
    void everyPartHasItsFigures() {
        assertThat(FIGURES)
                .extracting(figure -> figure.resource() + " " + figure.metric())
                .containsExactly(
                        "service api CPU",
                        "service api memory",
                        "function acme-governance duration",
                        "function acme-governance throttles",
                        "table acme-policies throttles");
    }

    @Test
    void theAverageIsOfAllMinutesAndThePeakOfOne() {
        assertThat(FIGURES.getFirst().use(List.of(series(40, 60), series(55, 91))))
                .contains(new Use("service api", "CPU", "%", 50, 91));
    }

    @Test
    void withoutPointsUseIsUnknownAndThrottlesAreNone() {
        Series empty = Series.empty(START, Duration.ofMinutes(1));

        assertThat(FIGURES.getFirst().use(List.of(empty, empty))).isEmpty();
        assertThat(FIGURES.getLast().use(List.of(empty, empty, empty, empty)))
                .contains(new Use("table acme-policies", "throttles", "", 0, 0));
        assertThat(FIGURES.getLast().use(List.of(series(2, 4), empty, series(2, 4), series(1, 1))))
                .contains(new Use("table acme-policies", "throttles", "", 3, 5));
    }

    private static Series series(double... values) {
        return Series.of(START, Duration.ofMinutes(1), values);
    }
}
