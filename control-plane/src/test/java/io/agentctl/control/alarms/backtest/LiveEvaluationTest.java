package io.agentctl.control.alarms.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.AlarmState;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.SandboxOptions;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * A thousand generated alarms, each on a series of its own: the sandbox's history, what the back-test says, and a naive
 * evaluation that knows neither of them, agree on every decision.
 */
class LiveEvaluationTest {
    private static final int PAIRS = 1000;
    private static final int A_CALL = 1000;
    /** CloudWatch takes data from up to two hours ahead. */
    private static final Duration STRETCH = Duration.ofMinutes(110);

    private static final int STRETCHES = 2;
    private static final Instant START = Instant.parse("2026-11-24T22:00:00Z");
    private static final Instant END = START.plus(STRETCH.multipliedBy(STRETCHES));

    @Test
    void theSandboxTheBacktestAndANaiveEvaluationAgree() {
        List<GeneratedPair> pairs = IntStream.range(0, PAIRS)
                .mapToObj(i -> GeneratedPair.of(i, new SplittableRandom(i), START, END))
                .toList();
        Map<String, NavigableMap<Instant, AlarmState>> live = live(pairs);
        int changes = 0;
        for (GeneratedPair pair : pairs) {
            AlarmHistory backtest = AlarmHistory.of(pair.rule(), pair::before, pair.firstDecision(START), END);
            List<AlarmHistory.Span> spans = backtest.states();
            NavigableMap<Instant, AlarmState> lived = live.getOrDefault(pair.name(), new TreeMap<>());
            NaiveAlarm naive = new NaiveAlarm(pair);
            changes += lived.size();
            for (Instant at = pair.firstDecision(START); at.isBefore(END); at = at.plusSeconds(pair.everySeconds())) {
                Instant decision = at;
                String byBacktest = spans.stream()
                        .filter(span -> !decision.isBefore(span.from()) && decision.isBefore(span.to()))
                        .findFirst()
                        .orElseThrow()
                        .state()
                        .name();
                Map.Entry<Instant, AlarmState> latest = lived.floorEntry(at);
                String bySandbox =
                        latest == null ? "INSUFFICIENT_DATA" : latest.getValue().name();
                String byNaive = naive.decide(at.getEpochSecond());
                assertThat(List.of(bySandbox, byBacktest))
                        .as("%s at %s, of %s", pair.name(), at, pair.rule())
                        .containsExactly(byNaive, byNaive);
            }
        }
        // Series that decide nothing would agree too.
        assertThat(changes).isGreaterThan(5 * PAIRS);
    }

    /** The states that the sandbox went through, by alarm, each with its time. */
    private static Map<String, NavigableMap<Instant, AlarmState>> live(List<GeneratedPair> pairs) {
        World world = World.parse("{history: 1d}", Path.of("."));
        SandboxOptions options = SandboxOptions.usual().withClock(InstantSource.fixed(START));
        try (Sandbox sandbox = Sandbox.start(world, options)) {
            CloudWatchClient cloudWatch = sandbox.cloudWatch();
            pairs.forEach(pair -> cloudWatch.putMetricAlarm(pair.request()));
            Instant from = Instant.MIN;
            for (int stretch = 1; stretch <= STRETCHES; stretch++) {
                Instant to = START.plus(STRETCH.multipliedBy(stretch));
                put(cloudWatch, pairs, from, to);
                sandbox.advance(STRETCH);
                from = to;
            }
            return states(cloudWatch);
        }
    }

    private static void put(CloudWatchClient cloudWatch, List<GeneratedPair> pairs, Instant from, Instant to) {
        List<MetricDatum> data = new ArrayList<>();
        pairs.forEach(pair -> pair.data(from, to).forEach(data::add));
        for (int i = 0; i < data.size(); i += A_CALL) {
            List<MetricDatum> some = data.subList(i, Math.min(data.size(), i + A_CALL));
            cloudWatch.putMetricData(request -> request.namespace("generated").metricData(some));
        }
    }

    private static Map<String, NavigableMap<Instant, AlarmState>> states(CloudWatchClient cloudWatch) {
        Map<String, NavigableMap<Instant, AlarmState>> states = new HashMap<>();
        String token = null;
        do {
            String next = token;
            DescribeAlarmHistoryResponse page =
                    cloudWatch.describeAlarmHistory(request -> request.historyItemType(HistoryItemType.STATE_UPDATE)
                            .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                            .maxRecords(100)
                            .nextToken(next));
            for (AlarmHistoryItem item : page.alarmHistoryItems()) {
                String summary = item.historySummary();
                states.computeIfAbsent(item.alarmName(), ignored -> new TreeMap<>())
                        .put(item.timestamp(), AlarmState.valueOf(summary.substring(summary.lastIndexOf(' ') + 1)));
            }
            token = page.nextToken();
        } while (token != null);
        return states;
    }
}
