package io.agentctl.cli.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.FreshSandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What everything costs, as a user asks for it, against a SANDBOX.get(). */
class CostReportIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 15d
            clusters:
              - name: acme
                services:
                  - {name: api, cpu: 2048, memory: 4096, tasks: 3,
                     workload: {pattern: {cpu: 300, memory: 500, noise: 0.05}}}
                  - {name: fitting, cpu: 256, memory: 512, tasks: 1,
                     workload: {pattern: {cpu: 120, memory: 300, noise: 0.05}}}
            topics: [{name: acme-pages}, {name: acme-tickets}]
            functions:
              - name: worker
                memory: 1024
                versions: 2
                aliases: {live: 2}
                model: {latency: 200ms}
                provisioned: {live: 3}
                traffic: {perMinute: 300, qualifier: live}
            tables:
              - name: orders
                key: id
                mode: provisioned
                read: 400
                write: 200
                traffic: {reads: 20, writes: 10}
              - name: quiet
                key: id
            """,
            Path.of("."));

    @RegisterExtension
    private static final FreshSandbox SANDBOX = new FreshSandbox(WORLD);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        commands = Commands.ofProject(folder, SANDBOX.get());
    }

    @Test
    void itsSumsAreThoseOfTheListsOfEachKind() throws IOException {
        JsonNode report = json("cost report --costs-only --since 2d");

        assertThat(total(report, "service"))
                .isCloseTo(json("ecs services").at("/monthlyCost").asDouble(), within(1.0));
        JsonNode functions = json("lambda cost --since 2d");
        assertThat(total(report, "function") + total(report, "kept-ready"))
                .isCloseTo(functions.at("/monthly").asDouble(), within(0.5));
        double tables = 0;
        for (JsonNode table : json("table list").at("/tables")) {
            tables += table.at("/monthly").asDouble();
        }
        assertThat(total(report, "table")).isCloseTo(tables, within(1.0));
        assertThat(report.at("/monthly").asDouble())
                .isCloseTo(
                        total(report, "service")
                                + total(report, "function")
                                + total(report, "kept-ready")
                                + total(report, "table"),
                        within(0.01));
    }

    @Test
    void whatIsRecommendedIsWhatTheCommandsSayThatItNames() throws IOException {
        JsonNode report = json("cost report --since 14d");

        JsonNode api = line(report, "service", "api");
        assertThat(api.at("/advice/command").asText()).isEqualTo("agentctl ecs rightsize api");
        double saved = -json("ecs rightsize api").at("/services/0/monthly").asDouble();
        assertThat(api.at("/advice/saving").asDouble()).isPositive().isCloseTo(saved, within(saved / 50));
        JsonNode orders = line(report, "table", "orders");
        assertThat(orders.at("/advice/command").asText()).isEqualTo("agentctl table capacity orders");
        assertThat(orders.at("/advice/saving").asDouble()).isPositive();
        assertThat(orders.at("/then").asDouble())
                .isCloseTo(
                        orders.at("/monthly").asDouble()
                                - orders.at("/advice/saving").asDouble(),
                        within(0.001));
        JsonNode kept = line(report, "kept-ready", "worker");
        assertThat(kept.at("/setting").asText()).isEqualTo("3 for live");
    }

    @Test
    void costsAloneTakeFewCallsAndChangeNothing() {
        Outcome outcome = commands.run("--read-only cost report --costs-only");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(SANDBOX.get().calls().of("monitoring", "GetMetricData")).hasSizeLessThanOrEqualTo(3);
        assertThat(outcome.out())
                .contains("What would save was not asked for.", "Fargate list prices", "Not included: data transfer");
        assertThat(outcome.out()).doesNotContain("RECOMMENDED");
    }

    @Test
    void aPartThatMayNotBeReadIsUnknownAndTheOthersAreTold() throws IOException {
        SANDBOX.get().faults().deny("lambda", "ListFunctions");

        Outcome outcome = commands.run("cost report --costs-only --since 2d");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains("functions, all: unknown, not allowed to", "and 1 whose cost is unknown", "api");
    }

    @Test
    void alarmsAreOneLineForEachOwner() throws IOException {
        commands.run("slo init");
        Outcome applied = commands.run("alarms apply --yes");
        assertThat(applied.code()).as(applied.talk()).isZero();

        JsonNode report = json("cost report --costs-only --since 2d");

        int alarms = json("alarms list").at("/alarms").size();
        int counted = 0;
        for (JsonNode line : report.at("/lines")) {
            if (line.at("/kind").asText().equals("alarms")) {
                counted += Integer.parseInt(line.at("/setting").asText().split(" ", 2)[0]);
                assertThat(line.at("/name").asText()).startsWith("acme/");
                assertThat(line.at("/monthly").asDouble()).isPositive();
            }
        }
        assertThat(counted).isEqualTo(alarms).isPositive();
    }

    @Test
    void markdownAndHtmlHaveEveryLine() {
        Outcome markdown = commands.run("cost report --since 14d -o md");
        Outcome html = commands.run("cost report --since 14d -o html");

        assertThat(markdown.out()).startsWith("# Costs\n").contains("| orders | table | provisioned 400/200 |");
        assertThat(html.out())
                .startsWith("<!DOCTYPE html>")
                .contains("<th scope=\"row\">orders</th>", "agentctl ecs rightsize api", "Not included")
                .doesNotContain("<script");
    }

    @Test
    void lessThanAnHourIsRefused() {
        Outcome outcome = commands.run("cost report --since 5m");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.talk()).contains("an hour at least");
    }

    private JsonNode json(String line) throws IOException {
        Outcome outcome = commands.run(line + " -o json");
        assertThat(outcome.code()).as(outcome.talk()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    private static double total(JsonNode report, String kind) {
        for (JsonNode total : report.at("/totals")) {
            if (total.at("/kind").asText().equals(kind)) {
                return total.at("/monthly").asDouble();
            }
        }
        throw new AssertionError("no total of " + kind + " in " + report);
    }

    private static JsonNode line(JsonNode report, String kind, String name) {
        for (JsonNode line : report.at("/lines")) {
            if (line.at("/kind").asText().equals(kind)
                    && line.at("/name").asText().equals(name)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + name + " in " + report);
    }
}
