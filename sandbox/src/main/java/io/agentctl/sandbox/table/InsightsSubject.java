package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table or an index that Contributor Insights are about.
 *
 * @param table the table
 * @param index the index's name; empty for the table itself
 * @param capacity its capacity and use
 */
record InsightsSubject(SimTable table, String index, Capacity capacity) {
    private static final String RULE = "DynamoDBContributorInsights-";

    /** The subject of a name; refuses one that there is not. */
    static InsightsSubject of(TableState state, String table, String index) {
        SimTable found = state.require(table);
        if (index.isEmpty()) {
            return new InsightsSubject(found, "", found.capacity());
        }
        return Optional.ofNullable(found.indexes().get(index))
                .map(known -> new InsightsSubject(found, index, known.capacity()))
                .orElseThrow(() -> TableRefusal.notFound(table + " index: " + index));
    }

    /** Every table and index, in a stable order. */
    static List<InsightsSubject> all(TableState state) {
        List<InsightsSubject> subjects = new ArrayList<>();
        for (SimTable table : state.all()) {
            subjects.add(new InsightsSubject(table, "", table.capacity()));
            table.indexes().forEach((name, index) -> subjects.add(new InsightsSubject(table, name, index.capacity())));
        }
        return subjects;
    }

    /** The names of its key attributes, the partition key first. */
    List<String> keyNames() {
        JsonNode schema = table.definition().path("KeySchema");
        for (JsonNode candidate : table.definition().path("GlobalSecondaryIndexes")) {
            if (candidate.path("IndexName").asText().equals(index)) {
                schema = candidate.path("KeySchema");
            }
        }
        List<String> names = new ArrayList<>();
        schema.forEach(key -> names.add(key.path("AttributeName").asText()));
        return names;
    }

    /** Its rules, while they are on: most used and most throttled, by partition key and by both keys. */
    List<InsightsRule> rules() {
        Optional<InsightsSwitch> on = capacity.insights().filter(InsightsSwitch::enabled);
        if (on.isEmpty()) {
            return List.of();
        }
        String suffix = "-" + (index.isEmpty() ? table.name() : index) + "-"
                + on.get().at().toEpochMilli();
        List<String> keys = keyNames();
        List<InsightsRule> rules = new ArrayList<>();
        rules.add(new InsightsRule(RULE + "PKC" + suffix, this, keys.subList(0, 1), false));
        rules.add(new InsightsRule(RULE + "PKT" + suffix, this, keys.subList(0, 1), true));
        if (keys.size() > 1) {
            rules.add(new InsightsRule(RULE + "SKC" + suffix, this, keys, false));
            rules.add(new InsightsRule(RULE + "SKT" + suffix, this, keys, true));
        }
        return rules;
    }
}
