package io.agentctl.control.windows.run;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.windows.WindowFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which services windows speak of.
 *
 * @param concerned those that can be handled
 * @param unhandled those that cannot: named and not there, or under two windows of which neither counts
 */
record Scope(List<ServiceView> concerned, List<Unhandled> unhandled) {

    Scope {
        concerned = List.copyOf(concerned);
        unhandled = List.copyOf(unhandled);
    }

    static Scope of(ProjectServices project, List<ServiceView> there, WindowFile rules, Levels levels) {
        List<ServiceView> concerned = new ArrayList<>();
        List<Unhandled> unhandled = new ArrayList<>();
        for (ServiceView view : there) {
            try {
                if (levels.concern(view)) {
                    concerned.add(view);
                }
            } catch (AgentctlException unclear) {
                unhandled.add(Unhandled.of(view.name().service(), unclear));
            }
        }
        Set<String> names = there.stream().map(view -> view.name().service()).collect(Collectors.toSet());
        unhandled.addAll(Unhandled.missing(project, names, rules));
        return new Scope(concerned, unhandled);
    }
}
