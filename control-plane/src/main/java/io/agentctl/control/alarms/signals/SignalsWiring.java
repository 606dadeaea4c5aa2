package io.agentctl.control.alarms.signals;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.SetDefinition;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;

/** Puts this package's parts together. */
public final class SignalsWiring {

    /** AWS names no rates for this API; few calls at once are careful. */
    private static final int CALLS_IN_FLIGHT = 4;

    private final String project;
    private final SignalsGateway signals;

    /** @param project the name with which its objectives begin there */
    public SignalsWiring(AwsClients aws, String project) {
        this.project = project;
        this.signals = new SignalsGateway(aws::signals, new ApiCalls(CALLS_IN_FLIGHT));
    }

    /** Plans what is kept there. */
    public PlanSignals planning() {
        return new PlanSignals(project, signals::beginning);
    }

    /** Turns such plans into operations. */
    public Applier applier() {
        return new SignalsApplier(signals);
    }

    /** Carries out this package's action. */
    public ActionHandler handler() {
        return new SetDefinition<>(SignalsTexts.SET, new SignalsTexts(signals));
    }
}
