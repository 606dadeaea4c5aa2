package io.agentctl.cli.perf;

import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.http.Origin;
import io.agentctl.control.performance.load.Addresses;
import io.agentctl.control.performance.load.LoadPlan;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Whether load may go to a target.
 *
 * @param settings of the project and the context
 */
record Permission(Settings settings) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Refuses targets that the project does not have, addresses that load must never go to, and more than the cap.
     *
     * @param allowed whether the user said that this target is meant
     * @throws AgentctlException NOT_ALLOWED or USAGE, with what to do
     */
    void check(LoadPlan plan, boolean allowed) {
        Origin origin = Origin.of(plan.url());
        List<URI> targets = settings.project().targets().value();
        if (!allowed && targets.stream().map(Origin::of).noneMatch(origin::equals)) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED,
                    origin + " is no target of the project"
                            + (targets.isEmpty() ? ", which names none" : ", which has " + targets),
                    "Add it to 'targets' in agentctl.yaml, or pass --allow-target if you may load it.");
        }
        Addresses.of(origin);
        if (!plan.fits()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    plan.requests().orElse(0) + " requests are planned, and the cap is " + plan.cap(),
                    "Raise it with --max-requests if so many are meant.");
        }
    }

    /** Shows what will be sent and asks, where that may be in production. */
    void confirm(LoadPlan plan, Console console) {
        boolean refuses = console.flags().consent().readOnly() && !HARMLESS.contains(plan.method());
        if (production(plan.url()) || refuses) {
            console.show(Document.of(plan, page -> PlannedLoadPage.layout(plan, page)));
            console.confirm("Send this to " + Origin.of(plan.url()) + "?");
        }
    }

    /** The sandbox is none, nor is this machine as long as nobody named a context: everything else may be. */
    private boolean production(URI url) {
        boolean here = LOOPBACK.contains(Origin.of(url).host());
        return !(settings.contextForReading() instanceof Context.Sandbox)
                && !(here && settings.named().isEmpty());
    }
}
