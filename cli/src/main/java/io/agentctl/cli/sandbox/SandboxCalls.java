package io.agentctl.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandbox calls}. */
@Command(
        footer = {
            "agentctl sandbox calls",
            "agentctl sandbox calls --mutating --query \"length(calls)\"",
            "agentctl sandbox calls --clear",
        })
public final class SandboxCalls implements Verb {

    private final UseCase<Request, Result> calls;

    @Option(names = "--mutating", description = "Only calls that could change something.")
    private boolean mutating;

    @Option(names = "--service", paramLabel = "NAME", description = "Only calls of this AWS service, such as ecs.")
    private String service = "";

    @Option(names = "--since", paramLabel = "N", description = "Only calls after the one of this number.")
    private long since;

    @Option(names = "--clear", description = "Forget the calls.")
    private boolean clear;

    public SandboxCalls(UseCase<Request, Result> calls) {
        this.calls = calls;
    }

    /**
     * Which calls.
     *
     * @param service empty for all
     * @param since the number of the last call that is not wanted
     * @param clear whether to forget them
     */
    public record Request(boolean mutating, String service, long since, boolean clear) {}

    /** The calls, oldest first. */
    public record Result(List<Call> calls) {}

    /**
     * A call as it was answered.
     *
     * @param sequence 1 for the first
     * @param mutating whether it could change something
     * @param status the HTTP status, or 0 if the answer was lost
     * @param faults what went wrong with it on purpose
     */
    public record Call(
            long sequence,
            Instant time,
            String service,
            String operation,
            boolean mutating,
            String resource,
            int status,
            List<String> faults) {

        static Call of(JsonNode node) {
            List<String> faults = new ArrayList<>();
            node.path("faults").forEach(fault -> faults.add(fault.asText()));
            return new Call(
                    node.path("sequence").asLong(),
                    Instant.parse(node.path("time").asText()),
                    node.path("service").asText(),
                    node.path("operation").asText(),
                    node.path("mutating").asBoolean(),
                    node.path("resource").asText(),
                    node.path("status").asInt(),
                    faults);
        }
    }

    @Override
    public int call(Console console) {
        Result result = calls.run(new Request(mutating, service, since, clear), console.progress());
        console.print(Document.ofRows(result, "calls", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(Result result, Page page) {
        if (result.calls().isEmpty()) {
            page.line("No calls.");
        }
        page.table(
                result.calls(),
                List.of(
                        Column.number("#", call -> Long.toString(call.sequence())),
                        Column.text("TIME", call -> call.time().toString()),
                        Column.text("SERVICE", Call::service),
                        Column.text("OPERATION", Call::operation),
                        Column.text("CHANGES", call -> call.mutating() ? "yes" : ""),
                        Column.number("STATUS", call -> call.status() == 0 ? "lost" : Integer.toString(call.status())),
                        Column.text("FAULTS", call -> String.join(", ", call.faults())),
                        Column.wide("RESOURCE", Call::resource)));
    }
}
