package io.agentctl.sandbox.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The JSON that history items carry. */
final class HistoryData {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private HistoryData() {}

    /**
     * Of a change of the configuration.
     *
     * @param type Create, Update or Delete
     * @param member what the alarm is called in it
     */
    static String configuration(Alarm alarm, String type, String member) {
        ObjectNode data = version();
        data.put("type", type);
        data.set(
                member,
                PojoJson.inSmall()
                        .of(
                                switch (alarm.definition()) {
                                    case Definition.OfMetric metric -> AlarmViews.metric(alarm, metric);
                                    case Definition.OfAlarms composite -> AlarmViews.composite(alarm, composite);
                                }));
        return data.toString();
    }

    static String transition(Standing before, Standing after) {
        ObjectNode data = version();
        data.set("oldState", state(before));
        data.set("newState", state(after));
        return data.toString();
    }

    /**
     * Of an action.
     *
     * @param action the ARN of what was asked to act
     * @param message what was published; null where nothing was
     * @param failure why not; empty if it was
     */
    static String action(String action, Instant stateUpdated, String message, Optional<String> failure) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("actionState", failure.isPresent() ? "Failed" : "Succeeded");
        data.put("stateUpdateTimestamp", stateUpdated.toEpochMilli());
        data.put("notificationResource", action);
        data.put("publishedMessage", message);
        failure.ifPresent(error -> data.put("error", error));
        return data.toString();
    }

    /** Of actions that are held back. */
    static String suppression(Alarm alarm, String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("actionState", "Suppressed")
                .put("stateUpdateTimestamp", alarm.standing().updated().toEpochMilli())
                .put("reason", reason)
                .toString();
    }

    private static ObjectNode state(Standing standing) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("stateValue", standing.state().name());
        state.put("stateReason", standing.reason());
        if (standing.reasonData() != null) {
            try {
                state.set("stateReasonData", MAPPER.readTree(standing.reasonData()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("reason data was checked when it came", e);
            }
        }
        return state;
    }

    private static ObjectNode version() {
        return JsonNodeFactory.instance.objectNode().put("version", "1.0");
    }
}
