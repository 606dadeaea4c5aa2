package io.agentctl.cli.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Parameters;

/** Which policies a command works on. */
public final class PolicyArguments {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Policy files, or folders with policies; default: the project's policies.")
    private List<Path> files = List.of();

    /** What was named, or else where the project keeps its policies. */
    List<Path> filesOr(Supplier<Path> projectPolicies) {
        return files.isEmpty() ? List.of(projectPolicies.get()) : files;
    }
}
