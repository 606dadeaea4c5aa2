package io.agentctl.control.dashboards;

import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.plan.Target;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import java.util.List;
import java.util.Map;

/** Makes the dashboard of a project: what is promised first, then governance, services, functions, tables. Pure. */
final class DashboardComposer {

    /** CloudWatch's bound on the alarms of a widget; source: "Dashboard body structure and syntax". */
    private static final int MOST_ALARMS = 100;

    private static final String RED = "#d62728";
    private static final String ORANGE = "#ff7f0e";
    private static final String GREEN = "#2ca02c";
    private static final Statistic P50 = Statistic.percentile(50);
    private static final Statistic P95 = Statistic.percentile(95);
    private static final Statistic P99 = Statistic.percentile(99);

    private final DashboardWish wish;
    private final Target target;
    private final Layout layout = new Layout();

    private DashboardComposer(DashboardWish wish, Target target) {
        this.wish = wish;
        this.target = target;
    }

    static DashboardBody compose(DashboardWish wish, Target target) {
        return new DashboardComposer(wish, target).compose();
    }

    private DashboardBody compose() {
        layout.heading(
                "# " + wish.project() + "\n" + DashboardBody.OURS
                        + " (agentctl dashboard apply): what is edited here by hand is put back by the next apply.",
                2);
        objectives();
        governance();
        wish.services().forEach(this::service);
        wish.functions().forEach(this::function);
        wish.tables().forEach(this::table);
        return DashboardBody.of(layout.widgets());
    }

    private void objectives() {
        if (!wish.alarms().isEmpty()) {
            List<String> arns = wish.alarms().stream()
                    .sorted()
                    .limit(MOST_ALARMS)
                    .map(name -> "arn:aws:cloudwatch:" + target.region() + ":" + target.account() + ":alarm:" + name)
                    .toList();
            layout.alarms("Alarms", arns);
        }
        if (!wish.objectives().isEmpty()) {
            layout.heading("## Objectives", 1);
            layout.graphs(wish.objectives().stream().map(this::objective).toList());
        }
    }

    private Graph objective(Objective objective) {
        Graph graph = graph("Objective " + objective.name());
        switch (objective.indicator()) {
            case Indicator.Ratio ratio ->
                graph.hidden("events", ratio.events().metric(), ratio.events().statistic())
                        .hidden("total", ratio.total().metric(), ratio.total().statistic())
                        .math(
                                "share",
                                "100 * " + times("events", ratio.events().factor()) + " / "
                                        + times("total", ratio.total().factor()),
                                ratio.counted() == Indicator.Counted.BAD ? "bad, percent" : "good, percent");
            case Indicator.Threshold threshold ->
                graph.hidden(
                                "figure",
                                threshold.figure().metric(),
                                threshold.figure().statistic())
                        .math(
                                "shown",
                                times("figure", threshold.figure().factor()),
                                threshold.figure().metric().name() + " "
                                        + threshold.figure().statistic());
        }
        graph.mark(objective.levels().objective(), "objective", GREEN);
        objective.levels().warning().ifPresent(level -> graph.mark(level, "warning", ORANGE));
        objective.levels().critical().ifPresent(level -> graph.mark(level, "critical", RED));
        return graph;
    }

    private static String times(String id, double factor) {
        return factor == 1 ? id : "(" + factor + " * " + id + ")";
    }

    private void governance() {
        MetricId decisions = MetricId.of(wish.project() + "/Governance", "DecisionTime", Map.of());
        MetricId answers = MetricId.of(wish.project() + "/API", "ResponseTime", Map.of());
        MetricId errors = MetricId.of(wish.project() + "/API", "ErrorRate", Map.of());
        layout.heading("## Dispatches and governance", 1);
        layout.graphs(List.of(
                graph("Response time")
                        .line(answers, P50, "p50")
                        .line(answers, P95, "p95")
                        .line(answers, P99, "p99"),
                graph("Error rate and throughput")
                        .line(errors, Statistic.AVERAGE, "errors, percent")
                        .line(answers, Statistic.SAMPLE_COUNT, "answers a minute"),
                graph("Decision time")
                        .line(decisions, P50, "p50")
                        .line(decisions, P95, "p95")
                        .line(decisions, Statistic.SAMPLE_COUNT, "decisions a minute")));
    }

    private void service(String service) {
        Map<String, String> dimensions = Map.of("ClusterName", wish.cluster(), "ServiceName", service);
        MetricId cpu = MetricId.of("AWS/ECS", "CPUUtilization", dimensions);
        MetricId memory = MetricId.of("AWS/ECS", "MemoryUtilization", dimensions);
        layout.heading("## Service " + service, 1);
        layout.graphs(List.of(
                graph(service + " CPU")
                        .line(cpu, Statistic.AVERAGE, "average")
                        .line(cpu, Statistic.MAXIMUM, "hottest task"),
                graph(service + " memory")
                        .line(memory, Statistic.AVERAGE, "average")
                        .line(memory, Statistic.MAXIMUM, "fullest task"),
                graph(service + " tasks").line(cpu, Statistic.SAMPLE_COUNT, "running")));
    }

    private void function(String function) {
        MetricId invocations = function(function, "Invocations");
        MetricId duration = function(function, "Duration");
        layout.heading("## Function " + function, 1);
        layout.graphs(List.of(
                graph(function + " invocations")
                        .line(invocations, Statistic.SUM, "invocations")
                        .line(function(function, "Errors"), Statistic.SUM, "errors")
                        .line(function(function, "Throttles"), Statistic.SUM, "throttles"),
                graph(function + " duration").line(duration, P50, "p50").line(duration, P95, "p95"),
                graph(function + " concurrency")
                        .line(function(function, "ConcurrentExecutions"), Statistic.MAXIMUM, "at once")));
    }

    private static MetricId function(String function, String metric) {
        return MetricId.of("AWS/Lambda", metric, Map.of("FunctionName", function));
    }

    private void table(String table) {
        layout.heading("## Table " + table, 1);
        layout.graphs(List.of(
                graph(table + " reads")
                        .line(table(table, "ConsumedReadCapacityUnits"), Statistic.SUM, "consumed")
                        .line(table(table, "ProvisionedReadCapacityUnits"), Statistic.MAXIMUM, "provided a second"),
                graph(table + " writes")
                        .line(table(table, "ConsumedWriteCapacityUnits"), Statistic.SUM, "consumed")
                        .line(table(table, "ProvisionedWriteCapacityUnits"), Statistic.MAXIMUM, "provided a second"),
                graph(table + " throttled")
                        .line(table(table, "ReadThrottleEvents"), Statistic.SUM, "reads")
                        .line(table(table, "WriteThrottleEvents"), Statistic.SUM, "writes")));
    }

    private static MetricId table(String table, String metric) {
        return MetricId.of("AWS/DynamoDB", metric, Map.of("TableName", table));
    }

    private Graph graph(String title) {
        return new Graph(title, target.region());
    }
}
