package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The operations on Contributor Insights. To be used inside the simulation's lock. */
final class InsightsOperations {
    private final TableState state;

    InsightsOperations(TableState state) {
        this.state = state;
    }

    ObjectNode update(String table, ObjectNode request) {
        InsightsSubject subject =
                InsightsSubject.of(state, table, request.path("IndexName").asText(""));
        String action = request.path("ContributorInsightsAction").asText("");
        if (!List.of("ENABLE", "DISABLE").contains(action)) {
            throw TableRefusal.validation("1 validation error detected: Value '" + action
                    + "' at 'contributorInsightsAction' failed to satisfy constraint: Member must satisfy enum value"
                    + " set: [ENABLE, DISABLE]");
        }
        boolean enabled = action.equals("ENABLE");
        if (subject.capacity().insights().map(InsightsSwitch::enabled).orElse(false) != enabled) {
            subject.capacity().insights(new InsightsSwitch(enabled, now()));
        }
        return described(subject);
    }

    ObjectNode describe(String table, ObjectNode request) {
        InsightsSubject subject =
                InsightsSubject.of(state, table, request.path("IndexName").asText(""));
        ObjectNode answer = described(subject);
        ArrayNode rules = answer.putArray("ContributorInsightsRuleList");
        subject.rules().forEach(rule -> rules.add(rule.name()));
        subject.capacity()
                .insights()
                .ifPresent(known -> answer.put("LastUpdateDateTime", Descriptions.seconds(known.at())));
        return answer;
    }

    ObjectNode list(String table) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode summaries = answer.putArray("ContributorInsightsSummaries");
        InsightsSubject.all(state).stream()
                .filter(subject -> table.isEmpty() || subject.table().name().equals(table))
                .filter(subject -> subject.capacity().insights().isPresent())
                .map(this::described)
                .forEach(summaries::add);
        return answer;
    }

    private ObjectNode described(InsightsSubject subject) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        described.put("TableName", subject.table().name());
        if (!subject.index().isEmpty()) {
            described.put("IndexName", subject.index());
        }
        return described.put(
                "ContributorInsightsStatus", status(subject.capacity().insights()));
    }

    private String status(Optional<InsightsSwitch> known) {
        if (known.isEmpty()) {
            return "DISABLED";
        }
        boolean changing = now().isBefore(known.get().at().plus(state.settings().updating()));
        return known.get().enabled() ? (changing ? "ENABLING" : "ENABLED") : (changing ? "DISABLING" : "DISABLED");
    }

    private Instant now() {
        return state.simulation().instant();
    }
}
