package io.agentctl.plane.run;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.catalogue.WindowsUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.plane.run.Run.Standing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finishes what an instance left behind that is gone: every operation of the journal that its run had begun is resumed,
 * forward or back as it was going. What leaves alone what is as it should be is then carried out again. A plan whose
 * every resource was begun ends as if nothing had happened; of one that had not come so far, what was not begun is
 * named, since somebody should look before the rest is changed. What measured, has to be asked for again.
 */
final class Recovery {

    /** Of these, twice is as good as once. */
    private static final Set<NamedUseCase<?, ?>> AGAIN = Set.of(
            OperationUseCases.UNDO,
            OperationUseCases.RESUME,
            WindowsUseCases.APPLY,
            WindowsUseCases.APPLY_WISH,
            WindowsUseCases.KEEP,
            PerformanceUseCases.SHARE);

    private final Places places;
    private final Carrier carrier;
    private final InstantSource clock;

    Recovery(Places places, InstantSource clock) {
        this.places = places;
        this.carrier = new Carrier(places);
        this.clock = clock;
    }

    /** How the run stands once all that it had begun is over. */
    Standing finish(Run run, String lost, ProgressListener progress) {
        Cloud place = places.of(run.asked().caller(), run.asked().manner(), begun -> {});
        List<Operation> over = new ArrayList<>();
        try {
            progress.say("the instance " + lost + " was lost; this one goes on");
            OperationRunner runner = place.operations().runner();
            for (OperationId id : begun(run, lost, place.operations().journal())) {
                over.add(runner.resume(id, progress));
            }
            return standing(run, lost, over, place, progress);
        } catch (AgentctlException failure) {
            return Standing.failed(RunFailure.of(failure), clock.instant());
        }
    }

    /** What the run noted, and what its instance began and had no time to note. */
    private static Set<OperationId> begun(Run run, String lost, Journal journal) {
        Set<OperationId> begun = new LinkedHashSet<>(run.operations());
        journal.newestFirst()
                .takeWhile(
                        operation -> !operation.startedAt().isBefore(run.asked().at()))
                .filter(operation -> operation.owner().host().equals(lost)
                        && operation.owner().user().equals(run.asked().caller())
                        && operation.state().open())
                .map(Operation::id)
                .forEach(begun::add);
        return begun;
    }

    private Standing standing(Run run, String lost, List<Operation> over, Cloud place, ProgressListener progress) {
        NamedUseCase<?, ?> useCase = Catalogue.named(run.asked().useCase());
        if (AGAIN.contains(useCase)) {
            return Standing.succeeded(carrier.carryOut(useCase, run.asked(), begun -> {}, progress), clock.instant());
        }
        return plan(run)
                .map(plan -> applied(plan, lost, over, place))
                .orElseGet(() -> Standing.failed(lostHalfWay(run, lost, over), clock.instant()));
    }

    /** The plan that was being carried out, if it was one. */
    private static Optional<Plan> plan(Run run) {
        String name = run.asked().useCase();
        if (name.equals(OperationUseCases.APPLY.name())) {
            return Optional.of(
                    OperationUseCases.APPLY.read(run.asked().request()).plan());
        }
        return name.equals(PolicyUseCases.PUBLISH.name())
                ? Optional.of(PolicyUseCases.PUBLISH.read(run.asked().request()).plan())
                : Optional.empty();
    }

    private Standing applied(Plan plan, String lost, List<Operation> over, Cloud place) {
        Set<ResourceId> done = over.stream().map(Operation::resource).collect(Collectors.toSet());
        List<String> left = plan.resources().stream()
                .map(ResourcePlan::resource)
                .filter(resource -> !done.contains(resource))
                .map(ResourceId::name)
                .toList();
        if (!left.isEmpty()) {
            return Standing.failed(
                    new RunFailure(
                            ErrorCode.INTERRUPTED,
                            "the instance " + lost + " of the control plane was lost; " + told(over) + "\nNot begun: "
                                    + String.join(", ", left),
                            "Plan anew for what was not begun.",
                            Optional.empty()),
                    clock.instant());
        }
        return Standing.succeeded(
                RecordTree.of(new ApplyPlan.Result(
                        place.here(), over.stream().map(Applied::of).toList())),
                clock.instant());
    }

    private static RunFailure lostHalfWay(Run run, String lost, List<Operation> over) {
        return new RunFailure(
                ErrorCode.INTERRUPTED,
                "the instance " + lost + " of the control plane was lost while it carried out "
                        + run.asked().useCase() + "; " + told(over),
                "Ask for it again: what is as it should be is left alone.",
                Optional.empty());
    }

    private static String told(List<Operation> over) {
        return over.isEmpty()
                ? "nothing had been changed"
                : over.stream()
                        .map(operation ->
                                operation.id() + " on " + operation.resource() + " is finished: " + operation.state())
                        .collect(Collectors.joining(", "));
    }
}
