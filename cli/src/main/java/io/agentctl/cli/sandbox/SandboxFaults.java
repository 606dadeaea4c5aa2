package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.ShareConverter;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sandbox faults}. */
@Command(
        footer = {
            "agentctl sandbox faults                                          # what goes wrong?",
            "agentctl sandbox faults throttle --rate 50%",
            "agentctl sandbox faults request-rates                            # throttle as AWS does",
            "agentctl sandbox faults lost-response --service ecs --operation UpdateService --times 1",
            "agentctl sandbox faults rollout-out-of-memory --service api      # the next rollout fails",
            "agentctl sandbox faults --clear",
        })
public final class SandboxFaults implements Verb {

    private final UseCase<Request, Result> faults;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description =
                    "Fault to turn on: throttle, request-rates (as AWS takes calls), server-error, latency,"
                            + " lost-response, expired-credentials, access-denied, rollout-health-check, rollout-out-of-memory.")
    private String kind;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Only calls of this AWS service, or rollouts of this ECS service.")
    private String service = "";

    @Option(names = "--operation", paramLabel = "NAME", description = "Only calls of this operation.")
    private String operation = "";

    @Option(
            names = "--rate",
            paramLabel = "PERCENT",
            converter = ShareConverter.class,
            description = "Share of the calls; all if not given.")
    private double rate = 1;

    @Option(names = "--latency", paramLabel = "DURATION", description = "How late, for the kind latency.")
    private Duration latency;

    @Option(names = "--times", paramLabel = "N", description = "How often; without end if not given.")
    private Integer times;

    @Option(names = "--clear", description = "Turn all faults off.")
    private boolean clear;

    public SandboxFaults(UseCase<Request, Result> faults) {
        this.faults = faults;
    }

    /**
     * What to do.
     *
     * @param add a fault to turn on
     * @param clear whether to turn all off first
     */
    public record Request(Optional<Fault> add, boolean clear) {}

    /** The faults that are on afterwards. */
    public record Result(List<Fault> faults) {}

    @Override
    public int call(Console console) {
        Result result = faults.run(new Request(fault(), clear), console.progress());
        console.print(Document.ofRows(result, "faults", page -> layout(result, page)));
        return Exit.OK;
    }

    private Optional<Fault> fault() {
        return Optional.ofNullable(kind)
                .map(named -> new Fault(
                        named,
                        service,
                        operation,
                        rate,
                        Optional.ofNullable(latency),
                        times == null ? OptionalInt.empty() : OptionalInt.of(times)));
    }

    private static void layout(Result result, Page page) {
        if (result.faults().isEmpty()) {
            page.line("Nothing is made to go wrong.");
        }
        page.table(
                result.faults(),
                List.of(
                        Column.text("KIND", Fault::kind),
                        Column.text("SERVICE", fault -> orAll(fault.service())),
                        Column.text("OPERATION", fault -> orAll(fault.operation())),
                        Column.number("RATE", fault -> Math.round(fault.rate() * 100) + "%"),
                        Column.number("LATENCY", fault -> fault.latency()
                                .map(SandboxStatus::words)
                                .orElse("")),
                        Column.number(
                                "TIMES",
                                fault -> fault.times().isPresent()
                                        ? "" + fault.times().getAsInt()
                                        : "always")));
    }

    private static String orAll(String name) {
        return name.isEmpty() ? "all" : name;
    }
}
