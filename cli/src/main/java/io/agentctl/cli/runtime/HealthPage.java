package io.agentctl.cli.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.runtime.CheckHealth;
import java.util.ArrayList;
import java.util.List;

/** How a runtime's health looks to people: whether it takes requests, what it enforces, which back ends answer. */
final class HealthPage {

    private HealthPage() {}

    static void layout(CheckHealth.Result result, Page page) {
        JsonNode health = result.health();
        page.line(
                result.well() ? Tone.GOOD : Tone.BAD,
                (result.well() ? page.theme().tick() + " " : "")
                        + health.path("status").asText("HTTP " + result.status())
                        + (health.path("draining").asBoolean() ? ", draining" : "")
                        + text(health, "instance", ": runtime ")
                        + text(health, "environment", " of "));
        policies(health.path("policies"), page);
        List<JsonNode> backends = new ArrayList<>();
        health.path("backends").forEach(backends::add);
        page.table(
                backends,
                List.of(
                        Column.text("BACK END", backend -> backend.path("name").asText()),
                        Column.toned("CIRCUIT", HealthPage::circuit),
                        Column.number(
                                "IN FLIGHT", backend -> backend.path("inFlight").asText()),
                        Column.text("LAST ERROR", backend -> backend.path("lastError")
                                .asText())));
    }

    private static void policies(JsonNode policies, Page page) {
        if (policies.isMissingNode()) {
            return;
        }
        if (!policies.path("loaded").asBoolean()) {
            page.line(Tone.BAD, "No policies were loaded yet, so every request is denied.");
        } else {
            page.line("Policies: generation " + policies.path("generation").asText() + ", "
                    + policies.path("count").asText() + " in force" + since(policies.path("ageSeconds")));
        }
        warning(policies, "trial", "On trial: ", page);
        warning(policies, "problem", "Problem: ", page);
        warning(policies, "storeUnreachableSince", "The policy table cannot be reached since ", page);
    }

    private static String since(JsonNode seconds) {
        return seconds.isMissingNode() ? "" : " for " + seconds.asLong() + " s";
    }

    private static void warning(JsonNode node, String member, String label, Page page) {
        String line = text(node, member, label);
        if (!line.isEmpty()) {
            page.line(Tone.WARNING, line);
        }
    }

    private static String text(JsonNode node, String member, String label) {
        String text = node.path(member).asText("");
        return text.isEmpty() ? "" : label + text;
    }

    private static Cell circuit(JsonNode backend) {
        return new Cell(
                backend.path("circuit").asText(), backend.path("healthy").asBoolean() ? Tone.GOOD : Tone.BAD);
    }
}
