package io.agentctl.cli.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.runtime.RuntimeOptions.RuntimeEndpoint;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.runtime.CheckHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runtime health}. */
@Command(
        footer = {
            "agentctl runtime health",
            "agentctl runtime health --url https://agents.example.com -o json",
            "It exits with 3 if the runtime takes no requests.",
        })
public final class RuntimeHealth implements Verb {

    private final UseCase<CheckHealth.Request, CheckHealth.Result> check;
    private final Supplier<RuntimeEndpoint> endpoint;

    @Mixin
    private RuntimeOptions runtime = new RuntimeOptions();

    public RuntimeHealth(UseCase<CheckHealth.Request, CheckHealth.Result> check, Supplier<RuntimeEndpoint> endpoint) {
        this.check = check;
        this.endpoint = endpoint;
    }

    @Override
    public int call(Console console) {
        CheckHealth.Result result =
                check.run(new CheckHealth.Request(runtime.address(console.flags(), endpoint)), console.progress());
        console.print(Document.of(result, page -> layout(result, page)));
        return result.well() ? Exit.OK : ErrorCode.VERDICT_NO.exitCode();
    }

    private static void layout(CheckHealth.Result result, Page page) {
        JsonNode health = result.health();
        page.line(
                result.well() ? Tone.GOOD : Tone.BAD,
                (result.well() ? page.theme().tick() + " " : "")
                        + health.path("status").asText("HTTP " + result.status()));
        List<Check> checks = new ArrayList<>();
        health.path("checks").forEach(check -> checks.add(Check.of(check)));
        page.table(
                checks,
                List.of(
                        Column.text("CHECK", Check::name),
                        Column.toned("STATUS", Check::status),
                        Column.text("DATA", Check::data)));
    }

    private record Check(String name, Cell status, String data) {

        static Check of(JsonNode check) {
            String status = check.path("status").asText();
            List<String> data = new ArrayList<>();
            check.path("data")
                    .properties()
                    .forEach(entry ->
                            data.add(entry.getKey() + "=" + entry.getValue().asText()));
            return new Check(
                    check.path("name").asText(),
                    new Cell(status, status.equalsIgnoreCase("UP") ? Tone.GOOD : Tone.BAD),
                    String.join(" ", data));
        }
    }
}
