package io.agentctl.cli.permissions;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.permission.Names;
import io.agentctl.control.settings.Project;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Source;
import io.agentctl.control.settings.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What stands in the resources of a policy: from the project, unless it is said. */
final class NameOptions {

    private static final String ANY = "*";

    @Option(names = "--account", paramLabel = "ID", description = "The account's twelve digits; default: any.")
    private String account;

    @Option(names = "--any-region", description = "Allow it in all regions; default: in the project's.")
    private boolean anyRegion;

    @Option(names = "--cluster", paramLabel = "CLUSTER", description = "The ECS cluster; default: the project's.")
    private String cluster;

    @Option(
            names = "--service",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Only these ECS services; default: the project's, else all of the cluster.")
    private List<String> services = List.of();

    @Option(
            names = "--function",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Only these Lambda functions; default: those that the project names, else PROJECT-*.")
    private List<String> functions = List.of();

    @Option(
            names = "--table",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Only these DynamoDB tables; default: those that the project names, else PROJECT-*.")
    private List<String> tables = List.of();

    @Option(
            names = "--roles",
            paramLabel = "PATTERN",
            description = "The roles of tasks, which are handed to ECS: a name with its path; default: PROJECT/*.")
    private String roles;

    /** @throws AgentctlException USAGE for what is no account */
    Names names(Settings settings) {
        if (account != null && !account.matches("\\d{12}")) {
            throw new AgentctlException(ErrorCode.USAGE, "an account has twelve digits, and not '" + account + "'", "");
        }
        Project project = settings.project();
        String name = project.name().value();
        String region = anyRegion ? ANY : settings.region().map(Sourced::value).orElse(ANY);
        return new Names(
                Names.partitionOf(region),
                region,
                account == null ? ANY : account,
                name,
                cluster == null ? project.cluster().value() : cluster,
                first(services, project.services(), ANY),
                first(functions, project.functions(), name + "-*"),
                first(tables, project.tables(), name + "-*"),
                roles == null ? name + "/*" : roles,
                project.loadTaskDefinition().value());
    }

    /** What could make the policy narrower. */
    Optional<String> missing(Settings settings) {
        List<String> missing = new ArrayList<>();
        if (account == null) {
            missing.add("any account (--account ID)");
        }
        if (!anyRegion && settings.region().isEmpty()) {
            missing.add("any region (--region NAME)");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("This allows it in " + String.join(" and ", missing) + ".");
    }

    /** A default of the project is no wish: others than those may be worked on. */
    private static List<String> first(List<String> said, Sourced<List<String>> project, String otherwise) {
        if (!said.isEmpty()) {
            return said;
        }
        boolean named = project.source().kind() != Source.Kind.DEFAULT
                && !project.value().isEmpty();
        return named ? project.value() : List.of(otherwise);
    }
}
