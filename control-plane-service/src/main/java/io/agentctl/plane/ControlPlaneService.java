package io.agentctl.plane;

import io.agentctl.control.aws.Lazy;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.Owner;
import io.agentctl.control.overview.ProjectSnapshots;
import io.agentctl.control.place.Clients;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Sourced;
import io.agentctl.plane.admission.Admission;
import io.agentctl.plane.configuration.PlaneConfiguration;
import io.agentctl.plane.console.ConsoleFiles;
import io.agentctl.plane.errand.Sources;
import io.agentctl.plane.http.ApprovalDesk;
import io.agentctl.plane.http.Endpoints;
import io.agentctl.plane.http.Gate;
import io.agentctl.plane.http.KnownGate;
import io.agentctl.plane.http.LocalGate;
import io.agentctl.plane.http.Numbers;
import io.agentctl.plane.http.PlaneServer;
import io.agentctl.plane.http.Team;
import io.agentctl.plane.live.LiveStatus;
import io.agentctl.plane.live.ProjectFiles;
import io.agentctl.plane.loop.Rounds;
import io.agentctl.plane.run.Caretaker;
import io.agentctl.plane.run.DynamoDbRuns;
import io.agentctl.plane.run.Instances;
import io.agentctl.plane.run.MemoryRuns;
import io.agentctl.plane.run.Places;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunListener;
import io.agentctl.plane.run.RunStore;
import io.agentctl.plane.run.Runs;
import io.agentctl.plane.schedule.BeginningRuns;
import io.agentctl.plane.schedule.Schedule;
import io.agentctl.plane.schedule.Scheduler;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One instance of the control plane, put together by hand. */
public final class ControlPlaneService implements AutoCloseable {

    /** How many use cases are carried out at a time; an answer of CloudWatch takes tens of megabytes to read. */
    private static final int RUNS_AT_ONCE = 16;

    /** How often it is looked for what waited and need not wait any longer. */
    private static final Duration APPROVAL_PAUSE = Duration.ofSeconds(5);

    private static final int NAME_BYTES = 4;

    private final PlaneServer server;
    private final LiveStatus live;
    private final Runs runs;
    private final Optional<Caretaker> caretaker;
    private final Optional<Scheduler> scheduler;
    private final Optional<Rounds> approvals;
    private final JsonLog log;

    private ControlPlaneService(
            PlaneServer server,
            LiveStatus live,
            Runs runs,
            Optional<Caretaker> caretaker,
            Optional<Scheduler> scheduler,
            Optional<Rounds> approvals,
            JsonLog log) {
        this.server = server;
        this.live = live;
        this.runs = runs;
        this.caretaker = caretaker;
        this.scheduler = scheduler;
        this.approvals = approvals;
        this.log = log;
    }

    /**
     * Starts an instance.
     *
     * @param settings where it works
     * @param environment the variables that it was started with
     * @param version of the program
     * @param out where its log goes
     */
    public static ControlPlaneService start(
            PlaneConfiguration configuration,
            Settings settings,
            Map<String, String> environment,
            String version,
            PrintWriter out) {
        requireSafe(configuration);
        Clock clock = Clock.systemUTC();
        JsonLog log = new JsonLog(out, clock);
        Owner owner = owner();
        Places places = new Places(settings, environment, new Clients(), owner);
        Cloud own = places.own();
        Optional<String> table = own.stores().journalTable();
        RunStore memory = new MemoryRuns(clock);
        RunStore shared = table.<RunStore>map(name -> new DynamoDbRuns(own.aws().dynamoDb(), name, clock))
                .orElse(memory);
        Numbers numbers = new Numbers();
        ProjectFiles files = new ProjectFiles(settings.project());
        LiveStatus live = live(files, own, owner.host());
        Optional<Team> team = Optional.of(configuration)
                .filter(PlaneConfiguration::asksWho)
                .map(new TeamParts(own, table, sandbox(settings), log, clock)::team);
        Runs runs = new Runs(
                places, shared, memory, owner.host(), clock, RUNS_AT_ONCE, listening(log, numbers, team, live));
        Optional<Caretaker> caretaker =
                table.map(name -> caretaker(name, runs, shared, places, own, owner.host(), clock, log));
        BeginningRuns beginning = new BeginningRuns(
                runs,
                team.<Admission>map(Team::admission).orElse(Admission.OPEN),
                () -> new Sources(Path.of(""), settings.project(), own.clock().instant()),
                owner.host(),
                clock);
        Optional<Scheduler> scheduler = scheduler(configuration.schedules(), settings, own, beginning, log);
        Optional<Endpoints.Shared> people = team.map(parts ->
                new Endpoints.Shared(parts, new ApprovalDesk(parts.approvals(), parts.rules(), runs, parts.audit())));
        Gate gate = team.<Gate>map(parts -> new KnownGate(parts, configuration.limits()))
                .orElseGet(() -> new LocalGate(owner.user()));
        Optional<Rounds> approvals = people.map(
                parts -> new Rounds("approvals", APPROVAL_PAUSE, parts.desk()::settleAll, log::trouble).start());
        PlaneServer server = Endpoints.server(
                configuration.server(),
                new Endpoints.Parts(
                        runs,
                        gate,
                        people,
                        new Lazy<>(own::here),
                        Duration.between(Instant.now(), own.clock().instant()),
                        version,
                        numbers,
                        log,
                        () -> caretaker.map(Caretaker::known).orElse(true),
                        () -> scheduler.map(Scheduler::show).orElse(Schedules.NONE),
                        clock,
                        Optional.of(new Endpoints.Console(ConsoleFiles.load(), files, live))));
        begin(caretaker, server, runs, log);
        scheduler.ifPresent(Scheduler::start);
        log.say("started", "instance " + owner.host() + " listens on port " + server.port());
        return new ControlPlaneService(server, live, runs, caretaker, scheduler, approvals, log);
    }

    private static Caretaker caretaker(
            String table,
            Runs runs,
            RunStore shared,
            Places places,
            Cloud own,
            String instance,
            Clock clock,
            JsonLog log) {
        Instances instances = new Instances(own.aws().dynamoDb(), table, clock);
        return new Caretaker(runs, shared, instances, places, instance, clock, log::trouble);
    }

    private static LiveStatus live(ProjectFiles files, Cloud own, String instance) {
        return new LiveStatus(
                new ProjectSnapshots(
                        files.settings(),
                        ProjectFiles.ENVIRONMENT,
                        files::objectives,
                        files::windows,
                        ObjectivesUseCases.SNAPSHOT.at(own),
                        own.clock()),
                instance);
    }

    /** The instances agree by the table on who begins what is due. */
    private static Optional<Scheduler> scheduler(
            List<Schedule> schedules, Settings settings, Cloud own, BeginningRuns beginning, JsonLog log) {
        if (schedules.isEmpty()) {
            return Optional.empty();
        }
        if (own.stores().journalTable().isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "schedules need the project's table, in which instances agree on who begins what is due",
                    "Say 'journal: dynamodb' in agentctl.yaml.");
        }
        Announcements announcements = new Announcements(
                settings.project().name().value(), own::here, () -> own.watch().topics(), log);
        return Optional.of(new Scheduler(
                schedules, own.stores().schedules(), beginning, announcements, own.clock(), log::trouble));
    }

    /** What it begins before others know of it, they would take over; what cannot listen is not to take over. */
    private static void begin(Optional<Caretaker> caretaker, PlaneServer server, Runs runs, JsonLog log) {
        try {
            caretaker.ifPresent(Caretaker::start);
            server.start();
        } catch (RuntimeException failure) {
            caretaker.ifPresent(Caretaker::close);
            runs.stop();
            log.close();
            throw failure;
        }
    }

    /** AWS's own STS knows nobody of a sandbox. */
    private static Optional<URI> sandbox(Settings settings) {
        return settings.contextForReading() instanceof Context.Sandbox
                ? settings.endpoint().map(Sourced::value)
                : Optional.empty();
    }

    private static void requireSafe(PlaneConfiguration configuration) {
        if (!configuration.asksWho()) {
            requireLoopback(configuration.server().host());
        }
    }

    /** While nobody is asked who they are, nobody else may ask. */
    private static void requireLoopback(String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new AgentctlException(
                        ErrorCode.BAD_CONFIGURATION,
                        "server.host " + host + " can be reached by others, and nobody is asked who they are",
                        "Listen on 127.0.0.1, or say under 'identity' how callers prove who they are.");
            }
        } catch (UnknownHostException unknown) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION, "server.host " + host + " is not known", "", null, unknown);
        }
    }

    /** Instances on one machine differ, and so do those that a machine had one after the other. */
    private static Owner owner() {
        Owner process = LocalProcesses.current();
        byte[] random = new byte[NAME_BYTES];
        RandomGenerator.getDefault().nextBytes(random);
        String name = process.host() + "-" + HexFormat.of().formatHex(random);
        return new Owner(process.user(), name, process.pid(), process.machine(), process.bornAt());
    }

    private static RunListener listening(JsonLog log, Numbers numbers, Optional<Team> team, LiveStatus live) {
        Optional<RunListener> audited = team.map(parts -> new AuditedRuns(parts.audit(), log));
        return new RunListener() {
            @Override
            public void ended(Run run) {
                numbers.ended(run.asked().useCase(), run.standing().state().name());
                log.ended(run);
                audited.ifPresent(audit -> audit.ended(run));
                live.refresh();
            }

            @Override
            public void failed(Run run, RuntimeException failure) {
                log.failed(run, failure);
            }
        };
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        live.close();
        server.stop();
        scheduler.ifPresent(Scheduler::close);
        runs.stop();
        approvals.ifPresent(Rounds::close);
        caretaker.ifPresent(Caretaker::close);
        log.close();
    }
}
