package io.agentctl.plane.run;

import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.Owner;
import io.agentctl.control.place.Clients;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Manner;
import io.agentctl.control.place.Place;
import io.agentctl.control.settings.Settings;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes the parts that runs are carried out with, on behalf of their callers: all share clients, connections and pace.
 *
 * @param settings where this control plane works
 * @param environment the variables that it was started with
 * @param clients shared by all
 * @param instance the process, as journals name it; its user is replaced by the caller
 */
public record Places(Settings settings, Map<String, String> environment, Clients clients, Owner instance) {

    /** The parts for one run. */
    Cloud of(String caller, Manner manner, Consumer<OperationId> begun) {
        Owner owner = new Owner(caller, instance.host(), instance.pid(), instance.machine(), instance.bornAt());
        return new Cloud(Place.of(settings, manner, environment, owner), clients, begun);
    }

    /** The parts of the control plane itself. */
    public Cloud own() {
        return of(instance.user(), Manner.USUAL, begun -> {});
    }
}
