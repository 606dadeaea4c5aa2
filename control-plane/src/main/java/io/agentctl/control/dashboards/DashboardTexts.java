package io.agentctl.control.dashboards;

import io.agentctl.control.apply.Definitions;
import io.agentctl.control.apply.SetDefinition;
import io.agentctl.control.journal.Action;
import java.util.Optional;

/** Dashboards by their bodies, which is what operations bring them to. */
final class DashboardTexts implements Definitions<String> {

    static final String SET = "dashboards.set";

    private final DashboardGateway dashboards;

    DashboardTexts(DashboardGateway dashboards) {
        this.dashboards = dashboards;
    }

    /** Brings a dashboard from one body, as it was put, to another. */
    static Action set(String name, String from, String to) {
        return SetDefinition.action(SET, name, from, to);
    }

    @Override
    public String kind() {
        return "dashboard";
    }

    @Override
    public String shownBy() {
        return "agentctl dashboard plan";
    }

    @Override
    public Optional<String> find(String name) {
        return dashboards.body(name);
    }

    @Override
    public String text(String found) {
        return found;
    }

    @Override
    public boolean isBetween(String there, String from, String to) {
        return same(there, from) || same(there, to);
    }

    @Override
    public void put(String name, Optional<String> found, String to) {
        dashboards.put(name, to);
    }

    @Override
    public void delete(String name) {
        dashboards.delete(name);
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
