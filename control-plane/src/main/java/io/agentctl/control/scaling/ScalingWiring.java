package io.agentctl.control.scaling;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import java.util.List;

/** Puts this package's parts together, for the composition root of a program. */
public final class ScalingWiring {

    private static final int IN_FLIGHT = 3;

    private final ScalingGateway gateway;

    public ScalingWiring(AwsClients aws) {
        this.gateway = new ScalingGateway(aws::scaling, new ApiCalls(IN_FLIGHT));
    }

    public ScalingGateway gateway() {
        return gateway;
    }

    /** Carries out this package's actions, for whichever capability they are. */
    public List<ActionHandler> handlers() {
        return List.of(new SetScaling(gateway), new SetTracking(gateway), new SetScheduledBounds(gateway));
    }
}
