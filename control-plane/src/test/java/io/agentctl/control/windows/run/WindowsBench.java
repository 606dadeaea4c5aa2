package io.agentctl.control.windows.run;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.Pace;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.scaling.ScalingWiring;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.state.FileStates;
import io.agentctl.control.windows.state.ServiceStates;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Windows over a sandbox's HTTP, as a process of their own would have them. */
final class WindowsBench implements AutoCloseable {

    static final World WORLD = World.parse(
            """
            history: 1h
            clusters:
              - name: main
                services:
                  - {name: api, cpu: 256, memory: 512, tasks: 3, scaling: {min: 2, max: 6, targetCpu: 60},
                     workload: {pattern: {cpu: 435, memory: 600, dailyAmplitude: 0, noise: 0}}}
                  - {name: worker, cpu: 256, memory: 512, tasks: 2, workload: {pattern: {cpu: 100, memory: 200}}}
            """,
            Path.of("."));

    static final Instant NIGHT = Instant.parse("2030-03-04T23:00:00Z");
    static final Instant MORNING = Instant.parse("2030-03-05T09:00:00Z");
    static final WindowFile RULES = new Nights(Set.of("api", "worker"), 0, false).file();
    private static final int METRICS_IN_FLIGHT = 2;

    final Journal journal;
    final OperationRunner runner;
    final ServiceStates states;
    final CallerIdentity here;
    private final AwsClients aws;
    private final ScalingWiring scaling;
    private final EcsWiring ecs;
    private final WindowsWiring windows;

    WindowsBench(URI endpoint, Path folder) {
        this(endpoint, folder, List.of(), UnaryOperator.identity());
    }

    WindowsBench(URI endpoint, Path folder, List<ExecutionInterceptor> watching, UnaryOperator<Journal> around) {
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), watching);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        this.scaling = new ScalingWiring(aws);
        this.journal = around.apply(new FileJournal(folder.resolve("journal")));
        this.states = new FileStates(folder.resolve("windows"));
        Services services = Services.allOf("main");
        MetricsGateway metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(METRICS_IN_FLIGHT));
        this.ecs = new EcsWiring(aws, scaling.gateway(), metrics, services, Clock.systemUTC(), Pace.USUAL);
        this.windows = new WindowsWiring(
                ecs, scaling.gateway(), services, () -> states, here, Clock.systemUTC(), Duration.ofMillis(50));
        this.runner = new OperationRunner(
                journal,
                windows.handlers(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    ApplyWindows.Result run(Instant at) {
        return run(at, RULES);
    }

    ApplyWindows.Result run(Instant at, WindowFile rules) {
        WindowPlan plan =
                windows.plan().run(new PlanWindows.Request(rules, Optional.empty(), at), ProgressListener.SILENT);
        return windows.apply(() -> journal, () -> runner)
                .run(new ApplyWindows.Request(plan, rules, Duration.ZERO), ProgressListener.SILENT);
    }

    /** What can be seen of a service from outside, and whether anything is remembered of it. */
    String seen(String service) {
        ServiceName name = new ServiceName("main", service);
        int desired = ecs.counts().of(name).orElseThrow().desired();
        String scaled = scaling.gateway()
                .limitsOf(name.scalable())
                .map(WindowsBench::text)
                .orElse("not scaled");
        boolean asleep = states.of(here.get(), name).asleep().isPresent();
        return desired + " tasks, " + scaled + (asleep ? ", remembered" : "");
    }

    private static String text(ScalingLimits scaled) {
        return scaled.bounds() + (scaled.suspension().any() ? " suspended" : "");
    }

    @Override
    public void close() {
        aws.close();
    }
}
