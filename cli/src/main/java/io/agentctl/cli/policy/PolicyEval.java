package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.Secret;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.TryPolicies;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.engine.Decision;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policy eval}. */
@Command(
        footer = {
            "agentctl policy eval --input '{\"intent\": \"call_reasoning\", \"context\": {}}'",
            "agentctl policy eval --input @request.json --environment production",
            "agentctl policy eval --input @request.json --expect allow     # exit with 3 if it is denied",
        })
public final class PolicyEval implements Verb {

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

    @Option(
            names = "--expect",
            paramLabel = "allow|deny",
            converter = EffectConverter.class,
            description = "Exit with 3 if the decision is the other one.")
    private Effect expected;

    public PolicyEval(UseCase<TryPolicies.Request, TryPolicies.Result> decide, Supplier<Path> projectPolicies) {
        this.decide = decide;
        this.projectPolicies = projectPolicies;
    }

    /** The decision alone: {@code policy explain} prints how it came about. */
    public record Result(Decision decision) {}

    @Override
    public int call(Console console) {
        Decision decision = decide.run(
                        new TryPolicies.Request(
                                policies.filesOr(projectPolicies),
                                RequestInput.text(input),
                                Optional.ofNullable(environment)),
                        console.progress())
                .explanation()
                .decision();
        console.print(Document.of(new Result(decision), page -> DecisionPage.layout(decision, page)));
        return expected == null || expected == decision.effect() ? Exit.OK : ErrorCode.VERDICT_NO.exitCode();
    }
}
