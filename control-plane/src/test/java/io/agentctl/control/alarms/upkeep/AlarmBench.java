package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.ExpectedPages;
import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.pricing.AlarmPriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Objective;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Everything that planning and applying alarms takes, put together against an endpoint, with a journal in a folder. */
final class AlarmBench implements AutoCloseable {

    final AwsClients aws;
    final CallerIdentity here;
    final AlarmsWiring alarms;
    final AlarmGateway gateway;
    final Journal journal;
    final OperationRunner runner;

    AlarmBench(URI endpoint, Path journalFolder) {
        this(endpoint, journalFolder, List.of(), UnaryOperator.identity());
    }

    AlarmBench(URI endpoint, Path journalFolder, List<ExecutionInterceptor> watching, UnaryOperator<Journal> around) {
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), watching);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        MetricsGateway metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(2));
        this.alarms = new AlarmsWiring(
                aws, metrics, "acme", here, Clock.systemUTC(), AlarmsWiring.ReadQueues.TO_SEE_DELIVERY);
        this.gateway = new AlarmGateway(aws::cloudWatch, new ApiCalls(4));
        this.journal = around.apply(new FileJournal(journalFolder));
        this.runner = new OperationRunner(
                journal,
                alarms.handlers(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    AlarmPlan plan(List<Objective> objectives, List<AlarmSpec> specs, Scope scope) {
        return alarms.planning(
                        ExpectedPages.UNKNOWN, () -> AlarmPriceTables.shipped().forRegion("us-east-1"))
                .run(new PlanAlarms.Request(objectives, specs, Map.of(), scope, false), ProgressListener.SILENT);
    }

    AlarmPlan planTelling(List<Objective> objectives, List<AlarmSpec> specs) {
        return alarms.planning(
                        ExpectedPages.UNKNOWN, () -> AlarmPriceTables.shipped().forRegion("us-east-1"))
                .run(
                        new PlanAlarms.Request(objectives, specs, SomeObjectives.USUAL, Scope.WANTED, false),
                        ProgressListener.SILENT);
    }

    ApplyPlan.Result apply(Plan plan) {
        return new ApplyPlan(here, alarms.appliers(), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), ProgressListener.SILENT);
    }

    /** All alarms there are, as text with their tags, by their names. */
    SortedMap<String, String> there() {
        SortedMap<String, String> there = new TreeMap<>();
        gateway.beginning("")
                .forEach(alarm -> there.put(
                        alarm.name(),
                        alarm.tagged(gateway.tags(alarm.arn()))
                                .definition()
                                .map(AlarmJson::write)
                                .orElse(AlarmPlanner.UNUSUAL)));
        return there;
    }

    @Override
    public void close() {
        aws.close();
    }
}
