package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.lambda.ListFunctions;
import io.agentctl.control.lambda.PlanMemory;
import io.agentctl.control.lambda.RunSweep;
import io.agentctl.control.lambda.SweepPlan;
import io.agentctl.control.lambda.SweepRequest;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.plan.Plan;
import java.util.List;

/** {@code agentctl lambda}: its verbs, with the use cases that they run. */
public final class LambdaCommands {

    private final Wiring wiring;

    public LambdaCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        wiring.expectCalls();
        return List.of(
                new Leaf(
                        "functions",
                        "List functions: memory, versions, aliases.",
                        () -> new LambdaFunctions(listFunctions())),
                new Leaf(
                        "sweep",
                        "Measure a function at several memory sizes, and advise one.",
                        () -> new LambdaSweep(planSweep(), runSweep(), planMemory(), wiring.applyPlan())),
                new Leaf(
                        "apply",
                        "Set a function's memory, and point an alias at a version that has it.",
                        () -> new LambdaApply(planMemory(), wiring.applyPlan())),
                new Leaf(
                        "report",
                        "Show a sweep again that was saved with -o json; as HTML too.",
                        () -> new LambdaReport(wiring.surroundings().answers())),
                new Noun(
                        "concurrency",
                        "What is kept ready of a function: shown, priced, set, cleared.",
                        () -> new ConcurrencyCommands(wiring).entries()),
                new Leaf(
                        "cost",
                        "What functions cost, and would at the sizes that sweeps advised.",
                        () -> new LambdaCost(costOfFunctions())));
    }

    private UseCase<ListFunctions.Request, ListFunctions.Result> listFunctions() {
        return (request, progress) -> wiring.cloud().lambda().listing().run(request, progress);
    }

    private UseCase<SweepRequest, SweepPlan> planSweep() {
        return (request, progress) -> wiring.cloud().planSweep().run(request, progress);
    }

    private UseCase<RunSweep.Request, SweepReport> runSweep() {
        return (request, progress) -> wiring.cloud().runSweep().run(request, progress);
    }

    private UseCase<PlanMemory.Request, Plan> planMemory() {
        return (request, progress) -> wiring.cloud().lambda().planMemory().run(request, progress);
    }

    private UseCase<CostOfFunctions.Request, CostOfFunctions.Result> costOfFunctions() {
        return (request, progress) -> wiring.cloud().functionCosts().run(request, progress);
    }
}
