package io.agentctl.sandbox.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.alarm.AlarmState;
import java.util.List;
import java.util.Map;

/**
 * What a topic is told when an alarm goes into another state.
 *
 * @param region in words
 * @param json the message
 */
record Notice(String region, ObjectNode json) {
    /** Messages name regions in words; a region that is not here by its code. */
    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("us-east-1", "US East (N. Virginia)"),
            Map.entry("us-east-2", "US East (Ohio)"),
            Map.entry("us-west-1", "US West (N. California)"),
            Map.entry("us-west-2", "US West (Oregon)"),
            Map.entry("ca-central-1", "Canada (Central)"),
            Map.entry("eu-west-1", "EU (Ireland)"),
            Map.entry("eu-west-2", "EU (London)"),
            Map.entry("eu-west-3", "EU (Paris)"),
            Map.entry("eu-central-1", "EU (Frankfurt)"),
            Map.entry("eu-north-1", "EU (Stockholm)"),
            Map.entry("ap-south-1", "Asia Pacific (Mumbai)"),
            Map.entry("ap-southeast-1", "Asia Pacific (Singapore)"),
            Map.entry("ap-southeast-2", "Asia Pacific (Sydney)"),
            Map.entry("ap-northeast-1", "Asia Pacific (Tokyo)"),
            Map.entry("sa-east-1", "South America (Sao Paulo)"));

    static Notice of(AlarmBook book, Alarm alarm, AlarmState from) {
        String region = REGIONS.getOrDefault(book.arns().region(), book.arns().region());
        Standing standing = alarm.standing();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("AlarmName", alarm.name());
        json.put("AlarmDescription", alarm.definition().description());
        if (alarm.definition() instanceof Definition.OfAlarms composite) {
            json.put("AlarmRule", composite.request().alarmRule());
        }
        json.put("AWSAccountId", book.arns().account());
        json.put("AlarmConfigurationUpdatedTimestamp", AlarmTimes.text(alarm.configured()));
        json.put("NewStateValue", standing.state().name());
        json.put("NewStateReason", standing.reason());
        json.put("StateChangeTime", AlarmTimes.text(standing.updated()));
        json.put("Region", region);
        json.put("AlarmArn", alarm.arn());
        json.put("OldStateValue", from.name());
        actions(json, "OKActions", alarm.definition().actions(AlarmState.OK));
        actions(json, "AlarmActions", alarm.definition().actions(AlarmState.ALARM));
        actions(json, "InsufficientDataActions", alarm.definition().actions(AlarmState.INSUFFICIENT_DATA));
        switch (alarm.definition()) {
            case Definition.OfMetric metric -> json.set("Trigger", Trigger.of(metric.request()));
            case Definition.OfAlarms ignored -> {
                ArrayNode children = json.putArray("TriggeringChildren");
                book.children(alarm).stream()
                        .flatMap(name -> book.find(name).stream())
                        .filter(child -> child.standing().state() == AlarmState.ALARM)
                        .forEach(child -> children.addObject()
                                .put("Arn", child.arn())
                                .putObject("State")
                                .put("Value", child.standing().state().name())
                                .put(
                                        "Timestamp",
                                        AlarmTimes.text(child.standing().transitioned())));
            }
        }
        return new Notice(region, json);
    }

    private static void actions(ObjectNode json, String name, List<String> actions) {
        ArrayNode array = json.putArray(name);
        actions.forEach(array::add);
    }
}
