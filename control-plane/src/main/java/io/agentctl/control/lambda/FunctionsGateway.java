package io.agentctl.control.lambda;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/** Reads functions, versions, aliases and concurrency. */
public final class FunctionsGateway {

    private static final String LATEST = "$LATEST";

    private final Supplier<LambdaClient> lambda;
    private final ApiCalls calls;

    FunctionsGateway(Supplier<LambdaClient> lambda, ApiCalls calls) {
        this.lambda = lambda;
        this.calls = calls;
    }

    /** The configurations of all functions, by name. */
    public List<FunctionConfiguration> all() {
        return calls.call("list the Lambda functions", () -> lambda.get().listFunctionsPaginator().functions().stream()
                .sorted(Comparator.comparing(FunctionConfiguration::functionName))
                .toList());
    }

    /**
     * Everything about one function.
     *
     * @throws AgentctlException NOT_FOUND, naming the near ones, if there is none
     */
    public ObservedFunction observe(FunctionName name) {
        GetFunctionConfigurationResponse latest = configuration(name, LATEST).orElseThrow(() -> notFound(name));
        Supplier<List<String>> versions = Parallel.begin(() -> versionNumbers(name));
        Supplier<List<ObservedAlias>> aliases = Parallel.begin(() -> aliases(name));
        Supplier<OptionalInt> reserved = Parallel.begin(() -> reserved(name));
        List<ObservedFunction.Provisioned> provisioned = provisioned(name);
        return new ObservedFunction(
                name,
                latest.functionArn(),
                latest.memorySize(),
                latest.timeout(),
                Architectures.of(latest.architecturesAsStrings()),
                Snapshot.of(latest),
                latest.revisionId(),
                latest.codeSha256(),
                latest.lastModified(),
                versions.get(),
                aliases.get(),
                reserved.get(),
                provisioned);
    }

    /** {@code $LATEST} as it is now. */
    Latest latest(FunctionName name) {
        return version(name, LATEST).orElseThrow(() -> notFound(name));
    }

    /** A version (by its number), or {@code $LATEST}; empty if there is none. */
    Optional<Latest> version(FunctionName name, String qualifier) {
        return configuration(name, qualifier)
                .map(found -> new Latest(
                        Snapshot.of(found),
                        found.version(),
                        found.revisionId(),
                        found.codeSha256(),
                        found.lastModified(),
                        found.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS && found.state() != State.PENDING));
    }

    /** The published versions, the oldest first. */
    public List<FunctionConfiguration> versions(FunctionName name) {
        return calls.call(
                "list the versions of " + name, () -> lambda
                        .get()
                        .listVersionsByFunctionPaginator(request -> request.functionName(name.value()))
                        .versions()
                        .stream()
                        .filter(version -> !version.version().equals(LATEST))
                        .sorted(Comparator.comparingLong(version -> Long.parseLong(version.version())))
                        .toList());
    }

    List<String> versionNumbers(FunctionName name) {
        return versions(name).stream().map(FunctionConfiguration::version).toList();
    }

    /** The aliases by name. */
    public List<ObservedAlias> aliases(FunctionName name) {
        return calls.call(
                "list the aliases of " + name,
                () ->
                        lambda
                                .get()
                                .listAliasesPaginator(request -> request.functionName(name.value()))
                                .aliases()
                                .stream()
                                .map(alias -> alias(
                                        alias.name(),
                                        alias.functionVersion(),
                                        alias.routingConfig() == null
                                                ? Map.of()
                                                : alias.routingConfig().additionalVersionWeights(),
                                        alias))
                                .sorted(Comparator.comparing(ObservedAlias::name))
                                .toList());
    }

    /** One alias; empty if there is none. */
    Optional<ObservedAlias> alias(FunctionName name, String alias) {
        return aliases(name).stream().filter(one -> one.name().equals(alias)).findFirst();
    }

    private static ObservedAlias alias(
            String name, String version, Map<String, Double> weights, AliasConfiguration configuration) {
        String description = configuration.description() == null ? "" : configuration.description();
        return new ObservedAlias(name, version, weights, description, configuration.revisionId());
    }

    /** Where its code is. */
    FunctionCodeLocation code(FunctionName name) {
        return calls.call("find the code of " + name, () -> lambda.get()
                .getFunction(request -> request.functionName(name.value()))
                .code());
    }

    /** How many invocations at once all functions of the account and region share. */
    int accountConcurrency() {
        return calls.call(
                "read the limits of the account",
                () -> lambda.get().getAccountSettings().accountLimit().concurrentExecutions());
    }

    private OptionalInt reserved(FunctionName name) {
        Integer reserved = calls.call("read the reserved concurrency of " + name, () -> lambda.get()
                .getFunctionConcurrency(request -> request.functionName(name.value()))
                .reservedConcurrentExecutions());
        return reserved == null ? OptionalInt.empty() : OptionalInt.of(reserved);
    }

    /** What is kept ready. */
    public List<ObservedFunction.Provisioned> provisioned(FunctionName name) {
        return calls.call("list the provisioned concurrency of " + name, () -> lambda
                .get()
                .listProvisionedConcurrencyConfigsPaginator(request -> request.functionName(name.value()))
                .provisionedConcurrencyConfigs()
                .stream()
                .map(one -> new ObservedFunction.Provisioned(
                        one.functionArn().substring(one.functionArn().lastIndexOf(':') + 1),
                        one.requestedProvisionedConcurrentExecutions()))
                .toList());
    }

    private Optional<GetFunctionConfigurationResponse> configuration(FunctionName name, String qualifier) {
        return calls.call("read the configuration of " + name, () -> {
            try {
                return Optional.of(lambda.get().getFunctionConfiguration(request -> request.functionName(name.value())
                        .qualifier(qualifier)));
            } catch (ResourceNotFoundException ignored) {
                return Optional.empty();
            }
        });
    }

    private AgentctlException notFound(FunctionName name) {
        List<String> names =
                all().stream().map(FunctionConfiguration::functionName).toList();
        String near = Suggestions.sentence(name.value(), names);
        String all = names.isEmpty()
                ? "There is no function at all in this account and region: check --region."
                : "agentctl lambda functions lists those there are.";
        return new AgentctlException(
                ErrorCode.NOT_FOUND, "there is no function " + name, near.isEmpty() ? all : near + " " + all);
    }
}
