package io.agentctl.plane.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.regression.Worse;
import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.errand.AlarmDrift;
import io.agentctl.plane.errand.LoadCheck;
import io.agentctl.plane.errand.LoadTrend;
import io.agentctl.plane.errand.MetricTrend;
import io.agentctl.plane.errand.ObjectiveCheck;
import io.agentctl.plane.errand.PolicyCheck;
import io.agentctl.plane.errand.StatusCheck;
import io.agentctl.plane.errand.WindowKeeping;
import io.agentctl.plane.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulesSectionTest {

    private static final String ON_CALL = "arn:aws:sns:eu-central-1:111122223333:on-call";
    private static final String PERFORMANCE = "arn:aws:sns:eu-central-1:111122223333:performance";

    private static PlaneConfiguration read(String text) {
        return ConfigurationReader.read("plane.yaml", text);
    }

    @Test
    void everyErrandIsRead() {
        List<Schedule> schedules =
                read("""
                notify: %s
                schedules:
                  - {name: nights, every: 5m, windows: windows.yaml, follow: 1m}
                  - {name: policies, every: 1h, policies: production, files: policies/}
                  - {name: alarms, cron: '0 8 * * MON-FRI', zone: Europe/Berlin, alarms: project, pageTopic: on-call}
                  - {name: promises, every: 15m, objectives: slos.yaml}
                  - {name: status, every: 15m, status: project}
                  - name: latency
                    every: 1h
                    metric: acme/API/ResponseTime
                    statistic: p99
                    dimensions: {Stage: live}
                    since: 7d
                    threshold: 20%%
                    worse: higher
                    services: main/api
                    notify: %s
                  - {name: runs, every: 1d, trend: baseline, figure: throughput}
                  - {name: load, every: 1d, check: baseline, thresholds: ['p95<500ms']}
                """
                                .formatted(ON_CALL, PERFORMANCE))
                        .schedules();

        assertThat(schedules)
                .extracting(Schedule::errand)
                .containsExactly(
                        new WindowKeeping(Path.of("windows.yaml"), Duration.ofMinutes(1)),
                        new PolicyCheck("production", Optional.of(Path.of("policies"))),
                        new AlarmDrift("project", Optional.of("on-call"), Optional.empty()),
                        new ObjectiveCheck("slos.yaml"),
                        new StatusCheck(),
                        new MetricTrend(
                                new MetricQuery(
                                        MetricId.of("acme/API", "ResponseTime", Map.of("Stage", "live")),
                                        new Statistic("p99")),
                                Duration.ofDays(7),
                                0.2,
                                Worse.HIGHER,
                                List.of("main/api")),
                        new LoadTrend("baseline", HistoryFigure.THROUGHPUT, 0.05),
                        new LoadCheck("baseline", List.of("p95<500ms")));
        assertThat(schedules.get(0).topic()).as("of the file").contains(ON_CALL);
        assertThat(schedules.get(5).topic()).as("its own").contains(PERFORMANCE);
    }

    @Test
    void mistakesAreToldAtOnce() {
        assertThatThrownBy(
                        () -> read(
                                """
                notify: on-call
                schedules:
                  - {name: a b, every: 5m, windows: w.yaml}
                  - {name: two, every: 5m, windows: w.yaml, policies: production}
                  - {name: none, every: 5m}
                  - {name: stray, every: 5m, objectives: slos.yaml, follow: 1m}
                  - {name: metric, every: 5m, metric: ResponseTime, threshold: much}
                  - {name: stray, cron: often, status: all}
                """))
                .hasMessageContaining("plane.yaml:1:9: error: 'notify' must be the ARN of an SNS topic")
                .hasMessageContaining("plane.yaml:3:12: error: 'name' must be 1 to 64 lower-case letters")
                .hasMessageContaining(
                        "plane.yaml:4:6: error: a schedule has one of alarms, check, metric, objectives, policies,"
                                + " status, trend, windows")
                .hasMessageContaining("plane.yaml:5:6: error: a schedule has one of")
                .hasMessageContaining("error: 'follow' does not go with 'objectives'")
                .hasMessageContaining(
                        "'metric' must be NAMESPACE/NAME, such as acme/API/ResponseTime, not 'ResponseTime'")
                .hasMessageContaining("'threshold' must be a share such as 20%, not 'much'")
                .hasMessageContaining("there are two schedules stray")
                .hasMessageContaining("'status' must be project, not 'all'");
    }

    @Test
    void aScheduleMayDoWhatItIsForAndNothingElse() {
        PlaneConfiguration configuration = read(
                """
                schedules:
                  - {name: nights, every: 5m, windows: windows.yaml}
                  - {name: policies, every: 1h, policies: production}
                """);
        AccessRules rules = new AccessRules(configuration.allGrants());
        Schedule nights = configuration.schedules().get(0);
        Schedule policies = configuration.schedules().get(1);

        assertThat(allowed(rules, nights, Demand.on("windows.keep", Deed.CHANGE, "windows")))
                .isTrue();
        assertThat(allowed(rules, nights, Demand.on("plan.apply", Deed.CHANGE, "ecs")))
                .isFalse();
        assertThat(allowed(rules, policies, Demand.on("policy.drift", Deed.LOOK, "policy")))
                .isTrue();
        assertThat(allowed(rules, policies, Demand.on("policy.publish", Deed.CHANGE, "policy")))
                .isFalse();
        assertThat(configuration.asksWho())
                .as("schedules are no reason to ask who calls")
                .isFalse();
    }

    @Test
    void whereAGrantNamesAScheduleThatAloneCounts() {
        PlaneConfiguration configuration = read(
                """
                grants: [{to: 'schedule:n*', roles: viewer}]
                schedules:
                  - {name: nights, every: 5m, windows: windows.yaml}
                  - {name: other, every: 5m, windows: windows.yaml}
                """);
        AccessRules rules = new AccessRules(configuration.allGrants());
        Demand keeping = Demand.on("windows.keep", Deed.CHANGE, "windows");

        assertThat(allowed(rules, configuration.schedules().get(0), keeping)).isFalse();
        assertThat(allowed(rules, configuration.schedules().get(1), keeping)).isTrue();
    }

    private static boolean allowed(AccessRules rules, Schedule schedule, Demand demand) {
        return rules.decide(schedule.caller(), demand).allowed();
    }
}
