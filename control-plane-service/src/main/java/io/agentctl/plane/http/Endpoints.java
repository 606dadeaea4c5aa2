package io.agentctl.plane.http;

import io.agentctl.control.plan.Target;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.plane.configuration.ServerSection;
import io.agentctl.plane.console.ConsoleFiles;
import io.agentctl.plane.live.LiveStatus;
import io.agentctl.plane.live.ProjectFiles;
import io.agentctl.plane.run.Runs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Puts the HTTP side together. */
public final class Endpoints {

    /** A plan for 500 services has about 1 MB. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** A request of a few kilobytes takes less than a second; one of megabytes over a slow line some more. */
    private static final Duration PACE = Duration.ofSeconds(20);

    private Endpoints() {}

    /**
     * What the HTTP side is made of.
     *
     * @param team who may do what; empty where nobody but this machine may ask
     * @param here the account and region that this control plane works on
     * @param clockOffset how far the time there is from this world's
     * @param ready whether requests can be served
     * @param schedules how what is done at its times stands
     * @param console what browsers get; empty for nothing
     */
    public record Parts(
            Runs runs,
            Gate gate,
            Optional<Shared> team,
            Supplier<Target> here,
            Duration clockOffset,
            String version,
            Numbers numbers,
            AccessLog log,
            BooleanSupplier ready,
            Supplier<Schedules> schedules,
            InstantSource clock,
            Optional<Console> console) {}

    /**
     * What browsers get.
     *
     * @param files of the console
     * @param project what its files say
     * @param live its state
     */
    public record Console(ConsoleFiles files, ProjectFiles project, LiveStatus live) {}

    /**
     * What a control plane has beyond that which a team shares.
     *
     * @param desk what waits for a second person
     */
    public record Shared(Team team, ApprovalDesk desk) {}

    /** Makes a server that does not listen yet. */
    public static PlaneServer server(ServerSection settings, Parts parts) {
        PaceGuard guard = new PaceGuard(PACE, failure -> parts.log().bug("pace", failure));
        RequestBodies bodies = new RequestBodies(MOST_BYTES, guard);
        RunHandlers runs = new RunHandlers(parts.runs(), parts.gate(), bodies, parts.numbers(), guard, parts.clock());
        OwnHandlers own = new OwnHandlers(
                parts.gate(),
                parts.version(),
                parts.here(),
                parts.clockOffset(),
                parts.numbers(),
                parts.ready(),
                parts.schedules());
        List<Route> more = new ArrayList<>(parts.team()
                .map(shared -> TeamApi.routes(shared.team(), parts.gate(), shared.desk(), bodies))
                .orElseGet(() -> ConsoleApi.local(parts.gate())));
        parts.console().ifPresent(console -> more.addAll(console(console, parts, guard)));
        List<Route> routes = Api.routes(runs, own, more).stream()
                .map(route -> route.behind(parts.gate()))
                .toList();
        return new PlaneServer(settings, routes, MOST_BYTES, guard, parts.numbers(), parts.log());
    }

    private static List<Route> console(Console console, Parts parts, PaceGuard guard) {
        return ConsoleApi.routes(
                new ConsoleHandlers(console.files()),
                new LiveHandlers(console.live(), parts.gate(), parts.numbers(), guard),
                new ProjectHandlers(console.project(), console.live()::now, parts.gate()));
    }
}
