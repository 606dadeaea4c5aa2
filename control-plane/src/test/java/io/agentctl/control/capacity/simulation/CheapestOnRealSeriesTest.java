package io.agentctl.control.capacity.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.pricing.UnitPrice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bar of the recommendation: requests of a real load balancer as reads, against every setting there is. */
class CheapestOnRealSeriesTest {

    private static final Path SERIES = Path.of("../../shared/data/cloudwatch/elb_request_count_8c0756.csv");
    private static final UnitPrice READS = new UnitPrice(0.125, 0.00013);
    private static final double MOST_THROTTLED = 0.01;

    @BeforeEach
    void needTheSeries() {
        assumeThat(Files.exists(SERIES))
                .as("skipped: the measured series are not in ../shared/data beside the repository")
                .isTrue();
    }

    @Test
    void nothingIsCheaperForTheRequestsAsTheyWere() throws IOException {
        requireCheapest(demand(1), 1.0);
    }

    @Test
    @Tag("extended")
    void hardlyAnythingIsCheaperForFiveTimesTheRequests() throws IOException {
        requireCheapest(demand(5), 1.005);
    }

    @Test
    @Tag("extended")
    void hardlyAnythingIsCheaperForTwentyTimesTheRequests() throws IOException {
        requireCheapest(demand(20), 1.01);
    }

    private static void requireCheapest(Demand demand, double tolerance) {
        Simulator simulator = new Simulator(demand, READS);
        Cheapest cheapest = new Cheapest(simulator, MOST_THROTTLED, 40_000);
        Simulated fixed = cheapest.fixed().orElseThrow();
        Simulated scaled = cheapest.scaled().orElseThrow();

        assertThat(fixed.throttledShare()).isLessThanOrEqualTo(MOST_THROTTLED);
        assertThat(scaled.throttledShare()).isLessThanOrEqualTo(MOST_THROTTLED);
        for (int units = 1; units <= cheapest.topBound(); units++) {
            requireNoneCheaper(simulator, new Provisioned(units), fixed, 1.0);
        }
        for (int max = 1; max <= cheapest.topBound(); max++) {
            for (int min = 1; min <= max; min++) {
                for (int target = AutoScaled.LEAST_TARGET; target <= AutoScaled.MOST_TARGET; target++) {
                    requireNoneCheaper(simulator, new AutoScaled(min, max, target), scaled, tolerance);
                }
            }
        }
    }

    private static void requireNoneCheaper(Simulator simulator, Setting setting, Simulated best, double tolerance) {
        Simulated cheaper = simulator.runWithin(setting, best.usd() / tolerance - 1e-9, MOST_THROTTLED);
        assertThat(cheaper).as("is cheaper than the advised %s", best).isNull();
    }

    private static Demand demand(double factor) throws IOException {
        List<String> lines = Files.readAllLines(SERIES);
        double[] values = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();
        Series series = Series.of(Instant.parse("2014-04-10T00:04:00Z"), Duration.ofMinutes(5), values);
        return Demand.of(series).times(factor);
    }
}
