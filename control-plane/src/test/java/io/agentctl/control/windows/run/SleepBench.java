package io.agentctl.control.windows.run;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.ecs.CountGateway;
import io.agentctl.control.ecs.EcsGateway;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.MemoryJournal;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.Owner;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.state.MemoryStates;
import io.agentctl.control.windows.state.ServiceStates;
import io.agentctl.control.windows.state.Wish;
import io.agentctl.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** Services of the sandbox, without HTTP, and runs over them as different processes would do them. */
final class SleepBench {

    static final Target HERE = new Target("sandbox", "111122223333", "us-east-1");
    private static final String CLUSTER = "agent-runtime";
    private static final String DEFINITION = "sleeper";
    private static final int IN_FLIGHT = 16;

    /** Long: they are seen to run out by moving the clock. */
    private static final LeaseSettings LEASE = new LeaseSettings(
            Duration.ofHours(1), Duration.ofMinutes(20), Duration.ZERO, Duration.ofHours(2), Duration.ofMillis(2));

    final MovableClock clock;
    final Journal journal = new MemoryJournal();
    final ServiceStates states = new MemoryStates();
    private final Sandbox sandbox;
    private final ScalingGateway scaling;
    private final CountGateway counts;
    private int runs;

    SleepBench(Sandbox sandbox, Instant start) {
        this.sandbox = sandbox;
        this.clock = new MovableClock(start);
        ApiCalls calls = new ApiCalls(IN_FLIGHT);
        this.scaling = new ScalingGateway(sandbox::scaling, calls);
        this.counts = new CountGateway(new EcsGateway(sandbox::ecs, calls), sandbox::ecs, calls);
    }

    /** Registers what {@link #create} starts services of. */
    static void prepare(Sandbox sandbox) {
        sandbox.ecs().createCluster(request -> request.clusterName(CLUSTER));
        sandbox.ecs().registerTaskDefinition(request -> request.family(DEFINITION)
                .cpu("256")
                .memory("512")
                .containerDefinitions(ContainerDefinition.builder()
                        .name("main")
                        .image("sleeper:1")
                        .build()));
    }

    static ServiceName name(String service) {
        return new ServiceName(CLUSTER, service);
    }

    void create(String service, int desired) {
        sandbox.ecs().createService(request -> request.cluster(CLUSTER)
                .serviceName(service)
                .taskDefinition(DEFINITION)
                .desiredCount(desired));
    }

    void delete(String service) {
        if (scaling(service).isPresent()) {
            scaling.deregister(name(service).scalable());
        }
        sandbox.ecs()
                .deleteService(
                        request -> request.cluster(CLUSTER).service(service).force(true));
    }

    int desired(String service) {
        return counts.of(name(service)).orElseThrow().desired();
    }

    void setDesired(String service, int count) {
        counts.set(name(service), count);
    }

    Optional<ScalingLimits> scaling(String service) {
        return scaling.limitsOf(name(service).scalable());
    }

    void register(String service, Bounds bounds) {
        scaling.register(name(service).scalable(), bounds);
    }

    void register(String service, Bounds bounds, Suspension suspension) {
        scaling.register(name(service).scalable(), bounds, suspension);
    }

    /** A run of all windows, by a process of its own. */
    ApplyWindows.Result run(WindowFile rules, List<String> services, Instant at, Fates fates) {
        Parts parts = new Parts(fates, services);
        WindowPlan plan = new PlanWindows(parts::project, parts.watcher, () -> HERE)
                .run(new PlanWindows.Request(rules, Optional.empty(), at), ProgressListener.SILENT);
        return new ApplyWindows(parts.mover, new CountFollower(counts, Duration.ofMillis(1)))
                .run(new ApplyWindows.Request(plan, rules, Duration.ZERO), ProgressListener.SILENT);
    }

    /** Somebody's wish for one service. */
    ApplyWindows.Result wish(
            WindowFile rules, List<String> services, String service, Optional<Wish> wish, Instant at, Fates fates) {
        Parts parts = new Parts(fates, services);
        WishPlan plan = new PlanWish(parts::project, parts.watcher, () -> HERE)
                .run(new PlanWish.Request(rules, service, wish, at), ProgressListener.SILENT);
        return new ApplyWish(parts.mover, new CountFollower(counts, Duration.ofMillis(1)))
                .run(new ApplyWish.Request(plan, rules, at, Duration.ZERO), ProgressListener.SILENT);
    }

    OperationRunner runner() {
        return new Parts(Fates.good(), List.of()).runner;
    }

    /** What one process is made of. */
    private final class Parts {

        private final List<String> services;
        private final ServiceWatcher watcher;
        private final OperationRunner runner;
        private final ServiceMover mover;

        Parts(Fates fates, List<String> services) {
            this.services = services;
            EcsClient ecs = fates.aws(EcsClient.class, sandbox.ecs());
            ApplicationAutoScalingClient autoScaling = fates.aws(ApplicationAutoScalingClient.class, sandbox.scaling());
            ApiCalls calls = new ApiCalls(IN_FLIGHT);
            CountGateway fatedCounts = new CountGateway(new EcsGateway(() -> ecs, calls), () -> ecs, calls);
            ScalingGateway fatedScaling = new ScalingGateway(() -> autoScaling, calls);
            ServiceStates fatedStates = fates.store(ServiceStates.class, states);
            Journal fatedJournal = fates.store(Journal.class, journal);
            this.watcher = new ServiceWatcher(fatedCounts, fatedScaling, () -> fatedStates, () -> HERE);
            this.runner = new OperationRunner(
                    fatedJournal,
                    WindowsWiring.handlers(new Sleepers(fatedCounts, fatedScaling, () -> fatedStates, () -> HERE)),
                    clock,
                    new Random(),
                    new Owner("job", "host", ++runs, "", Instant.EPOCH),
                    () -> HERE,
                    LEASE);
            this.mover = new ServiceMover(watcher, () -> fatedJournal, () -> runner, () -> HERE, clock);
        }

        private ProjectServices project() {
            return new ProjectServices(CLUSTER, services, List.of());
        }
    }
}
