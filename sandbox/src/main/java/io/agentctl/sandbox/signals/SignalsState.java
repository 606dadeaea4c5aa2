package io.agentctl.sandbox.signals;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.time.Simulation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjective;

/** All objectives of an account with their tags; to be used inside {@link Simulation#now}. */
public final class SignalsState {
    private static final String ARN = "arn:aws:application-signals:";

    private final Simulation simulation;
    private final Arns arns;
    private final Map<String, Kept> objectives = new TreeMap<>();

    /** An objective and its tags, which can be changed. */
    record Kept(ServiceLevelObjective objective, Map<String, String> tags) {}

    /**
     * An account without objectives.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     */
    public SignalsState(Simulation simulation, Arns arns) {
        this.simulation = simulation;
        this.arns = arns;
    }

    Simulation simulation() {
        return simulation;
    }

    String arn(String name) {
        return ARN + arns.region() + ":" + arns.account() + ":slo/" + name;
    }

    boolean has(String name) {
        return objectives.containsKey(name);
    }

    /** The objective of a name or an ARN. */
    Kept require(String id) {
        String name = id.startsWith(ARN) ? id.substring(id.indexOf(":slo/") + ":slo/".length()) : id;
        Kept kept = objectives.get(name);
        if (kept == null) {
            throw SignalsErrors.notFound(id);
        }
        return kept;
    }

    void put(ServiceLevelObjective objective, Map<String, String> tags) {
        objectives.put(objective.name(), new Kept(objective, tags));
    }

    void remove(String name) {
        objectives.remove(name);
    }

    List<ServiceLevelObjective> all() {
        return objectives.values().stream().map(Kept::objective).toList();
    }
}
