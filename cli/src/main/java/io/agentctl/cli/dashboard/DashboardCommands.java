package io.agentctl.cli.dashboard;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.compose.AlarmComposer;
import io.agentctl.control.alarms.compose.Audience;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.catalogue.PlaceUseCases;
import io.agentctl.control.dashboards.DashboardWish;
import io.agentctl.control.dashboards.PlanDashboard;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.settings.Project;
import io.agentctl.control.windows.run.ProjectServices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code agentctl dashboard}: its verbs, with the use cases that they run. */
public final class DashboardCommands {

    private final Wiring wiring;

    public DashboardCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf(
                        "plan",
                        "Compare the project's dashboard with what it runs and promises.",
                        () -> new DashboardPlan(wish(), plan())),
                new Leaf(
                        "apply",
                        "Put the dashboard as the project wants it.",
                        () -> new DashboardApply(wish(), plan(), wiring.applyPlan())));
    }

    private UseCase<DashboardWish, PlanDashboard.Result> plan() {
        wiring.expectCalls();
        return wiring.use(ObjectivesUseCases.PLAN_DASHBOARD);
    }

    /** Where the project names no services, those of its cluster are shown; without objectives, the shipped ones. */
    private Supplier<DashboardWish> wish() {
        UseCase<PlaceUseCases.Asking, ProjectServices> services = wiring.use(PlaceUseCases.SERVICES);
        UseCase<PlaceUseCases.Asking, Target> here = wiring.use(PlaceUseCases.HERE);
        return () -> wish(ask(services), ask(here));
    }

    private DashboardWish wish(ProjectServices services, Target here) {
        Project project = wiring.settings().project();
        String name = project.name().value();
        Monitoring monitoring = wiring.monitoring().read(Optional.empty());
        return new DashboardWish(
                name,
                services.cluster(),
                services.names(),
                project.functions().value(),
                project.tables().value(),
                monitoring.objectives(),
                alarms(monitoring, name, here));
    }

    private static <R> R ask(UseCase<PlaceUseCases.Asking, R> about) {
        return about.run(new PlaceUseCases.Asking(), ProgressListener.SILENT);
    }

    private static List<String> alarms(Monitoring wanted, String project, Target here) {
        return AlarmComposer.compose(
                        wanted.objectives(),
                        wanted.alarms(),
                        new Audience(project, here.account(), here.region(), Map.of()))
                .alarms()
                .map(AlarmDefinition::name)
                .toList();
    }
}
