package io.agentctl.control.dashboards;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;

/** Brings a dashboard from one body to another, or makes or deletes it; never away from a third, unless forced. */
final class SetDashboard implements ActionHandler {

    private static final String TYPE = "dashboards.set";
    private static final String NAME = "name";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final DashboardGateway dashboards;

    SetDashboard(DashboardGateway dashboards) {
        this.dashboards = dashboards;
    }

    /**
     * The action; its way back is the same with the bodies changed over.
     *
     * @param from the body that is there, as it was put; empty where there is none
     * @param to the body wanted; empty to delete it
     */
    static Action action(String name, String from, String to) {
        return Action.of(TYPE, Map.of(NAME, name, FROM, from, TO, to));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        String name = action.argument(NAME);
        String to = action.argument(TO);
        String there = dashboards.body(name).orElse("");
        if (there.equals(to)) {
            return Outcome.done();
        }
        if (!same(there, action.argument(FROM)) && !same(there, to) && !action.forced()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "somebody changed dashboard " + name + " meanwhile: it is "
                            + (there.isEmpty() ? "gone" : "neither as it was nor as it should be"),
                    "Their change is left as it is. Look at it with: agentctl dashboard plan");
        }
        if (to.isEmpty()) {
            dashboards.delete(name);
        } else {
            dashboards.put(name, to);
        }
        return Outcome.done();
    }

    /** Whether two bodies show the same, whatever the order of their fields. */
    private static boolean same(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other);
        }
        try {
            return CanonicalJson.write(CanonicalJson.read(one)).equals(CanonicalJson.write(CanonicalJson.read(other)));
        } catch (IllegalArgumentException noJson) {
            return one.equals(other);
        }
    }
}
