package io.agentctl.control.alarms.upkeep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.aws.SdkTree;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Objective;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.applicationsignals.ApplicationSignalsClient;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjective;

/** Objectives that Application Signals keeps, as tests want them and as they find them. */
final class KeptObjectives {

    static final String NAME = "acme-availability";

    private KeptObjectives() {}

    static Objective availability(double target) {
        return SomeObjectives.ofEvents("availability", target, Alerting.USUAL_PAIRS, 10)
                .keptBy(Backend.APPLICATION_SIGNALS);
    }

    /** All that there are, but for when they were set, with their tags, by their names. */
    static SortedMap<String, String> there(ApplicationSignalsClient signals) {
        SortedMap<String, String> there = new TreeMap<>();
        signals.listServiceLevelObjectivesPaginator(request -> {})
                .sloSummaries()
                .forEach(summary -> {
                    ServiceLevelObjective slo = signals.getServiceLevelObjective(request -> request.id(summary.name()))
                            .slo();
                    ObjectNode tree = SdkTree.of(slo).without(List.of("CreatedTime", "LastUpdatedTime"));
                    there.put(
                            summary.name(),
                            tree
                                    + " "
                                    + signals.listTagsForResource(request -> request.resourceArn(slo.arn()))
                                            .tags());
                });
        return there;
    }
}
