package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans how a provisioned table and its indexes scale. */
public final class PlanAutoscale implements UseCase<PlanAutoscale.Request, Plan> {

    private static final String KIND = "table autoscale";

    /**
     * What to plan.
     *
     * @param table which table
     * @param indexes which indexes, the empty name for the table itself; empty for all and the table
     * @param directions reads, writes or both
     * @param wish what is asked for; empty to scale no more
     * @param since how far to look back for its use, to price it
     */
    public record Request(
            TableName table,
            List<String> indexes,
            List<Direction> directions,
            Optional<ScalingWish> wish,
            Duration since) {
        public Request {
            indexes = List.copyOf(indexes);
            directions = List.copyOf(directions);
        }
    }

    private final TableStudies studies;

    PlanAutoscale(TableStudies studies) {
        this.studies = studies;
    }

    /**
     * Plans.
     *
     * @throws AgentctlException NOT_FOUND if there is no such table or index; USAGE if bounds are missing or
     *     impossible; CONFLICT for a table on demand, and for what DynamoDB would refuse
     */
    @Override
    public Plan run(Request request, ProgressListener progress) {
        TableStudy study = studies.study(request.table(), request.since());
        ObservedTable table = study.table();
        requireProvisioned(table);
        SortedMap<Meter, Optional<AutoScaled>> wanted = new TreeMap<>();
        for (Meter meter : meters(table, request)) {
            wanted.put(meter, request.wish().map(wish -> AutoscalePlanner.merged(table, meter, wish)));
        }
        Refusals.requireNone(
                "scale table " + table.name(),
                CapacityRefusals.ofScaling(table, wanted, studies.room(study), study.at()));
        TableAdviser adviser = new TableAdviser(study.rate(), study.quotas(), AdviceTerms.USUAL);
        return new Plan(
                KIND,
                studies.here(),
                study.at(),
                AutoscalePlanner.plan(table, wanted, study.demands(), adviser::price));
    }

    private static List<Meter> meters(ObservedTable table, Request request) {
        List<String> there = table.parts().stream().map(ObservedPart::index).toList();
        for (String index : request.indexes()) {
            if (!there.contains(index)) {
                throw new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "table " + table.name() + " has no global index " + index,
                        Suggestions.sentence(index, there));
            }
        }
        return table.meters().stream()
                .filter(meter ->
                        request.indexes().isEmpty() || request.indexes().contains(meter.index()))
                .filter(meter -> request.directions().contains(meter.direction()))
                .toList();
    }

    private static void requireProvisioned(ObservedTable table) {
        if (table.mode() == Mode.ON_DEMAND) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "table " + table.name() + " is on demand: it has no capacity that could scale",
                    "Switch it first: agentctl table switch " + table.name() + " --to provisioned");
        }
    }
}
