package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.TestPolicies;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policy test}. */
@Command(
        footer = {
            "agentctl policy test                            # all policies of the project",
            "agentctl policy test token-cap.yaml --mutants   # would the tests notice a mistake?",
            "agentctl policy test policies --junit target/policies.xml",
        })
public final class PolicyTest implements Verb {

    private final UseCase<TestPolicies.Request, TestPolicies.Result> test;
    private final Supplier<Path> projectPolicies;

    @Mixin
    private PolicyArguments policies = new PolicyArguments();

    @Option(
            names = "--mutants",
            description = "Change each policy on purpose, and list the changes that no test notices.")
    private boolean mutants;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML too.")
    private Path junit;

    public PolicyTest(UseCase<TestPolicies.Request, TestPolicies.Result> test, Supplier<Path> projectPolicies) {
        this.test = test;
        this.projectPolicies = projectPolicies;
    }

    @Override
    public int call(Console console) {
        TestPolicies.Result result = test.run(
                new TestPolicies.Request(policies.filesOr(projectPolicies), mutants, Optional.ofNullable(junit)),
                console.progress());
        console.print(Document.ofRows(result, "reports", page -> TestPage.layout(result, page)));
        return result.passed() ? Exit.OK : ErrorCode.VERDICT_NO.exitCode();
    }
}
