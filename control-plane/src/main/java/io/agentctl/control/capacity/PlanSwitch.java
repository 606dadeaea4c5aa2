package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Plans a switch of a table's mode, if DynamoDB would take it. */
public final class PlanSwitch implements UseCase<PlanSwitch.Request, PlanSwitch.Result> {

    private static final String KIND = "table switch";

    /**
     * What to plan.
     *
     * @param table which table
     * @param to the mode
     * @param wish how it is to be provided for once it is provisioned
     * @param since how far to look back for its use
     */
    public record Request(TableName table, Mode to, ProvisionedWish wish, Duration since) {}

    /**
     * What was planned.
     *
     * @param plan empty if it has that mode
     * @param meters once provisioned, what each meter gets and could have got; none on demand
     * @param notes what a reader should know before it is applied
     * @param prices one line: which price table
     */
    public record Result(Plan plan, List<ProvisionedMeter> meters, List<String> notes, String prices) {
        public Result {
            meters = List.copyOf(meters);
            notes = List.copyOf(notes);
        }
    }

    private final TableStudies studies;

    PlanSwitch(TableStudies studies) {
        this.studies = studies;
    }

    /**
     * Plans.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND if there is no such table; CONFLICT if DynamoDB
     *     would refuse, saying why and when it will be possible
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        TableStudy study = studies.study(request.table(), request.since());
        if (study.table().mode() == request.to()) {
            return new Result(
                    plan(study, List.of()), List.of(), List.of(), study.prices().description());
        }
        SwitchPlanner planner =
                new SwitchPlanner(study.table(), study.demands(), study.rate(), study.quotas(), AdviceTerms.USUAL);
        return switch (request.to()) {
            case ON_DEMAND -> toOnDemand(study, planner);
            case PROVISIONED -> toProvisioned(study, planner, request.wish());
        };
    }

    private Result toOnDemand(TableStudy study, SwitchPlanner planner) {
        List<Instant> switches = studies.switches(study);
        require(study.table(), Mode.ON_DEMAND, Refusals.ofSwitchToOnDemand(study.table(), switches));
        Plan plan = plan(study, planner.toOnDemand());
        List<String> notes = new ArrayList<>();
        notes.add((Refusals.SWITCHES_A_DAY - switches.size() - 1) + " of " + Refusals.SWITCHES_A_DAY
                + " switches to on demand are left in 24 hours after this one; back is possible at any time");
        notes.addAll(notes(study, plan));
        return new Result(plan, List.of(), notes, study.prices().description());
    }

    private Result toProvisioned(TableStudy study, SwitchPlanner planner, ProvisionedWish wish) {
        SortedMap<Meter, MeterChoice> choices = planner.choices(wish);
        Plan plan = plan(study, planner.toProvisioned(choices));
        WantedTable wanted = WantedTable.of(plan.resources().getFirst());
        require(
                study.table(),
                Mode.PROVISIONED,
                CapacityRefusals.ofSwitch(
                        study.table(),
                        wanted.throughputs().orElseThrow(),
                        wanted.scaled(study.table()),
                        studies.room(study)));
        List<String> notes = new ArrayList<>();
        List<Instant> switches = studies.switches(study);
        if (switches.size() >= Refusals.SWITCHES_A_DAY) {
            notes.add("it cannot be undone before " + Refusals.possibleAgain(switches)
                    + ": no switch to on demand is left");
        }
        if (!study.used().used()) {
            notes.add("nothing was asked of it in that time: provisioned, it begins with " + MeterChooser.LEAST_SEED
                    + " units of each");
        } else if (study.used().measured().compareTo(TableAdviser.LEAST_MEASURED) < 0) {
            notes.add("it was measured for less than a day, which says nothing of its nights");
        }
        notes.addAll(notes(study, plan));
        return new Result(
                plan,
                choices.values().stream().map(MeterChoice::meter).toList(),
                notes,
                study.prices().description());
    }

    private Plan plan(TableStudy study, List<ResourcePlan> changes) {
        return new Plan(KIND, studies.here(), study.at(), changes);
    }

    private static void require(ObservedTable table, Mode to, List<Refusal> refusals) {
        Refusals.requireNone("switch table " + table.name() + " to " + to, refusals);
    }

    private static List<String> notes(TableStudy study, Plan plan) {
        List<String> notes = new ArrayList<>();
        ObservedTable table = study.table();
        if (study.used().used() && plan.monthly().compareTo(Money.ZERO) > 0) {
            notes.add("this costs more than it does now");
        }
        if (!table.replicas().isEmpty()) {
            notes.add("it is a global table: the mode of its replicas in " + String.join(", ", table.replicas())
                    + " changes with it");
        }
        table.scaling().forEach((meter, scaling) -> {
            if (scaling.otherPolicies() > 0) {
                notes.add("the " + meter + " have " + scaling.otherPolicies()
                        + " more scaling policies, which are not put back if the switch loses them");
            }
        });
        return notes;
    }
}
