package io.agentctl.control.alarms.signals;

import io.agentctl.control.alarms.signals.SignalsWish.Deleting;
import io.agentctl.control.alarms.signals.SignalsWish.Wanted;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans which objectives Application Signals keeps. It is asked nothing for a project that has nothing to do there. */
public final class PlanSignals {

    private final String project;
    private final Function<String, List<ObservedObjective>> beginning;

    PlanSignals(String project, Function<String, List<ObservedObjective>> beginning) {
        this.project = project;
        this.beginning = beginning;
    }

    /** Whether something of the project may be there that no objective of the file asks for. */
    public enum Remains {
        /** Nothing suggests it. */
        NONE,
        /** It is looked for where that is allowed. */
        PERHAPS,
        /** Alarms look at burn rates there. */
        LIKELY
    }

    /**
     * Plans.
     *
     * @param objectives all of the file
     * @param pruning true to plan only that objectives go which nothing asks for
     * @throws AgentctlException if it cannot be read and something is, or may well be, there
     */
    public SignalsPlan plan(List<Objective> objectives, boolean pruning, Remains remains, ProgressListener progress) {
        List<Wanted> wanted = objectives.stream()
                .filter(objective -> objective.alerting().backend() == Backend.APPLICATION_SIGNALS)
                .map(objective ->
                        new Wanted(objective.name(), objective.position(), SignalsComposer.of(objective, project)))
                .toList();
        if (wanted.isEmpty() && remains == Remains.NONE) {
            return SignalsPlan.NONE;
        }
        SignalsPlan plan = SignalsPlanner.plan(
                new SignalsWish(
                        project,
                        wanted,
                        objectives.stream().map(Objective::name).collect(Collectors.toSet()),
                        pruning ? Deleting.ONLY_ORPHANS : Deleting.LEFT_OVER),
                observed(wanted.isEmpty() && remains == Remains.PERHAPS, progress));
        List<Finding> findings = new ArrayList<>(plan.findings());
        if (!pruning) {
            wanted.forEach(one -> one.kept()
                    .lost()
                    .forEach(lost -> findings.add(Finding.of(
                            Finding.Severity.WARNING,
                            one.position(),
                            one.objective() + ", in Application Signals: " + lost))));
        }
        return new SignalsPlan(plan.resources(), plan.changes(), plan.unchanged(), plan.orphans(), findings);
    }

    private List<ObservedObjective> observed(boolean optional, ProgressListener progress) {
        try {
            return beginning.apply(project + "-");
        } catch (AgentctlException failure) {
            if (!optional) {
                throw failure;
            }
            progress.say("Application Signals was not looked at: " + failure.getMessage());
            return List.of();
        }
    }
}
