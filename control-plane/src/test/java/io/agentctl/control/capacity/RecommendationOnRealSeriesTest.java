package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.control.capacity.simulation.BruteForce;
import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.capacity.simulation.Setting.OnDemand;
import io.agentctl.control.capacity.simulation.Simulated;
import io.agentctl.control.capacity.simulation.Simulator;
import io.agentctl.control.metrics.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mode that is recommended for the requests of a real load balancer as reads, against every setting there is. */
class RecommendationOnRealSeriesTest {

    private static final Path SERIES = Path.of("../../shared/data/cloudwatch/elb_request_count_8c0756.csv");
    private static final TableAdviser ADVISER = new TableAdviser(SomeTable.RATE, SomeTable.QUOTAS, AdviceTerms.USUAL);

    @BeforeEach
    void needTheSeries() {
        assumeThat(Files.exists(SERIES))
                .as("skipped: the measured series are not in ../shared/data beside the repository")
                .isTrue();
    }

    @Test
    void theRecommendationIsTheCheapestOfAllSettingsForTheRequestsAsTheyWere() throws IOException {
        requireRight(1, 1.0);
    }

    /** Where provisioned is the cheaper mode; the search is tried on that much by default. */
    @Test
    @Tag("extended")
    void theRecommendationIsTheCheapestOfAllSettingsForFiveTimesTheRequests() throws IOException {
        requireRight(5, 1.005);
    }

    private static void requireRight(double factor, double tolerance) throws IOException {
        Demand reads = demand(factor);
        SortedMap<Meter, Demand> demands = new TreeMap<>();
        demands.put(SomeTable.READS, reads);
        Simulated best = BruteForce.cheapest(
                new Simulator(reads, SomeTable.RATE.reads()),
                (int) Math.ceil(2 * reads.peak()),
                AdviceTerms.USUAL.mostThrottled());
        Mode bestMode = best.setting() instanceof OnDemand ? Mode.ON_DEMAND : Mode.PROVISIONED;
        double bestMonthly = monthly(best.usd(), reads);

        // From far too much capacity any saving is large, so the advice is the best mode whatever it is.
        TableAdvice fromWasteful = ADVISER.advise(SomeTable.provisioned(100, 20), demands);
        assertThat(fromWasteful.advised()).contains(bestMode);
        ModeCost advised = bestMode == Mode.ON_DEMAND
                ? fromWasteful.onDemand()
                : fromWasteful.provisioned().orElseThrow();
        assertThat(advised.monthly().usd().doubleValue())
                .isBetween(bestMonthly * 0.9999, bestMonthly * tolerance + 1e-4);
        assertThat(advised.throttledShare()).isLessThanOrEqualTo(AdviceTerms.USUAL.mostThrottled());

        double onDemand = monthly(
                new Simulator(reads, SomeTable.RATE.reads()).run(new OnDemand()).usd(), reads);
        boolean worthwhile = bestMonthly * tolerance <= onDemand * (1 - AdviceTerms.USUAL.leastSaving());
        TableAdvice fromOnDemand = ADVISER.advise(SomeTable.onDemand(), demands);
        assertThat(fromOnDemand.worthwhile()).isEqualTo(worthwhile);
        assertThat(fromOnDemand.advised()).contains(worthwhile ? Mode.PROVISIONED : Mode.ON_DEMAND);
    }

    private static double monthly(double usd, Demand reads) {
        return SettingCost.monthly(usd, Duration.ofMinutes(reads.minutes()))
                .usd()
                .doubleValue();
    }

    private static Demand demand(double factor) throws IOException {
        double[] values = Files.readAllLines(SERIES).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();
        return Demand.of(Series.of(Instant.parse("2014-04-10T00:04:00Z"), Duration.ofMinutes(5), values))
                .times(factor);
    }
}
