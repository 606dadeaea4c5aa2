package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.Secret;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.TryPolicies;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policy explain}. */
@Command(
        footer = {
            "agentctl policy explain --input '{\"intent\": \"call_reasoning\", \"context\": {}}'",
            "agentctl policy explain --input @request.json -o json",
        })
public final class PolicyExplain implements Verb {

    private final UseCase<TryPolicies.Request, TryPolicies.Result> decide;
    private final Supplier<Path> projectPolicies;

    @Mixin
    private PolicyArguments policies = new PolicyArguments();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "JSON",
            required = true,
            description =
                    "The request: intent, context and, if wanted, environment, time, caller, usage; @FILE reads it.")
    @Secret
    private String input;

    @Option(names = "--environment", paramLabel = "NAME", description = "Where the request arrives.")
    private String environment;

    public PolicyExplain(UseCase<TryPolicies.Request, TryPolicies.Result> decide, Supplier<Path> projectPolicies) {
        this.decide = decide;
        this.projectPolicies = projectPolicies;
    }

    @Override
    public int call(Console console) {
        TryPolicies.Result result = decide.run(
                new TryPolicies.Request(
                        policies.filesOr(projectPolicies), RequestInput.text(input), Optional.ofNullable(environment)),
                console.progress());
        console.print(Document.of(result, page -> ExplanationPage.layout(result.explanation(), page)));
        return Exit.OK;
    }
}
