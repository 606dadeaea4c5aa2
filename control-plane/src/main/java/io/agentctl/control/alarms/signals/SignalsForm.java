package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.aws.SdkTree;
import java.util.SortedMap;
import software.amazon.awssdk.services.applicationsignals.model.CreateServiceLevelObjectiveRequest;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjective;
import software.amazon.awssdk.services.applicationsignals.model.UpdateServiceLevelObjectiveRequest;

/** Objectives as the SDK has them, and as text. */
final class SignalsForm {

    private SignalsForm() {}

    static CreateServiceLevelObjectiveRequest create(ObjectNode objective) {
        return SdkTree.fill(CreateServiceLevelObjectiveRequest.builder(), objective)
                .build();
    }

    /** What an update leaves out stays, so that burn rates that are not wanted any more are said to be none. */
    static UpdateServiceLevelObjectiveRequest update(ObjectNode objective) {
        ObjectNode whole = objective.deepCopy();
        whole.withArray(SignalsJson.BURN_RATES);
        return SdkTree.fill(UpdateServiceLevelObjectiveRequest.builder(), whole)
                .id(objective.path(SignalsJson.NAME).asText())
                .build();
    }

    /**
     * The text of an objective as it is wanted; the way through the SDK writes numbers as they will come back.
     *
     * @throws IllegalArgumentException for what is no objective
     */
    static String text(ObjectNode objective) {
        return SignalsJson.write(SdkTree.of(create(objective)));
    }

    /** The text of one as it is, with all that may be set of it, also what is not set here. */
    static String text(ServiceLevelObjective objective, SortedMap<String, String> tags) {
        ObjectNode there = SdkTree.of(objective);
        ObjectNode settable = there.objectNode();
        for (String same : new String[] {SignalsJson.NAME, SignalsJson.DESCRIPTION, "Goal", SignalsJson.BURN_RATES}) {
            settable.set(same, there.path(same).isMissingNode() ? there.nullNode() : there.get(same));
        }
        indicator(there, "Sli", "SliMetric", settable, SignalsJson.PERIODS, "SliMetricConfig");
        indicator(
                there,
                "RequestBasedSli",
                "RequestBasedSliMetric",
                settable,
                SignalsJson.REQUESTS,
                "RequestBasedSliMetricConfig");
        return SignalsJson.write(SignalsJson.tagged(settable, tags));
    }

    private static void indicator(
            ObjectNode there, String name, String metric, ObjectNode settable, String as, String metricAs) {
        if (there.get(name) instanceof ObjectNode indicator) {
            ObjectNode config = indicator.deepCopy();
            config.set(metricAs, config.remove(metric));
            settable.set(as, config);
        }
    }
}
