package io.agentctl.plane.http;

import io.agentctl.control.plan.Target;
import io.agentctl.plane.configuration.ServerSection;
import io.agentctl.plane.run.Runs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Puts the HTTP side together. */
public final class Endpoints {

    /** A plan for 500 services has about 1 MB. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private Endpoints() {}

    /**
     * What the HTTP side is made of.
     *
     * @param here the account and region that this control plane works on
     * @param clockOffset how far the time there is from this world's
     * @param ready whether requests can be served
     */
    public record Parts(
            Runs runs,
            Gate gate,
            Supplier<Target> here,
            Duration clockOffset,
            String version,
            Numbers numbers,
            AccessLog log,
            BooleanSupplier ready,
            InstantSource clock) {}

    /** Makes a server that does not listen yet. */
    public static PlaneServer server(ServerSection settings, Parts parts) {
        RunHandlers runs = new RunHandlers(parts.runs(), parts.gate(), new RequestBodies(MOST_BYTES), parts.clock());
        OwnHandlers own = new OwnHandlers(
                parts.gate(), parts.version(), parts.here(), parts.clockOffset(), parts.numbers(), parts.ready());
        List<Route> routes = Api.routes(runs, own);
        return new PlaneServer(settings, routes, MOST_BYTES, parts.numbers(), parts.log());
    }
}
