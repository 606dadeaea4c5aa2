package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.plan.ResourceId;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ops list}. */
@Command(
        footer = {
            "agentctl ops list",
            "agentctl ops list --state interrupted           # what waits for somebody",
            "agentctl ops list --resource ecs-service:main/api -o json",
        })
public final class OpsList implements Verb {

    private final UseCase<ListOperations.Request, ListOperations.Result> list;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "20",
            description = "The most to list; default: 20.")
    private int limit;

    @Option(
            names = "--resource",
            paramLabel = "TYPE:NAME",
            converter = ResourceIdConverter.class,
            description = "Only operations on this resource.")
    private ResourceId resource;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            converter = OperationStateConverter.class,
            description = "Only operations in one of these states, such as interrupted,running.")
    private Set<OperationState> states = Set.of();

    public OpsList(UseCase<ListOperations.Request, ListOperations.Result> list) {
        this.list = list;
    }

    @Override
    public int call(Console console) {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1, not " + limit);
        }
        ListOperations.Result found =
                list.run(new ListOperations.Request(limit, Optional.ofNullable(resource), states), console.progress());
        console.print(Document.ofRows(found, "operations", page -> OperationPage.list(found.operations(), page)));
        if (found.operations().isEmpty()) {
            console.say("No operations.");
        }
        if (found.more()) {
            console.say("There are more; see --limit.");
        }
        return Exit.OK;
    }
}
