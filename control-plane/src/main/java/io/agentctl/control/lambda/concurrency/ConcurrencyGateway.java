package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.FunctionsGateway;
import io.agentctl.control.lambda.ObservedFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Reads and sets what is kept ready. */
final class ConcurrencyGateway {

    private final Supplier<LambdaClient> lambda;
    private final FunctionsGateway functions;
    private final ApiCalls calls;

    ConcurrencyGateway(Supplier<LambdaClient> lambda, FunctionsGateway functions, ApiCalls calls) {
        this.lambda = lambda;
        this.functions = functions;
        this.calls = calls;
    }

    /**
     * A function with what is kept ready of it.
     *
     * @throws AgentctlException NOT_FOUND, naming the near ones, if there is none
     */
    ObservedConcurrency observe(FunctionName name) {
        Supplier<ObservedConcurrency.Account> account = Parallel.begin(this::account);
        ObservedFunction function = functions.observe(name);
        return new ObservedConcurrency(
                function, function.provisioned().isEmpty() ? List.of() : list(name), account.get());
    }

    /** The memory in MB that a target's invocations have. */
    int memoryMb(ConcurrencyTarget target) {
        return calls.call("read the configuration of " + target, () -> lambda.get()
                .getFunctionConfiguration(request ->
                        request.functionName(target.function().value()).qualifier(target.qualifier()))
                .memorySize());
    }

    /** What is kept ready for a target; empty if nothing is, or if the target is gone. */
    Optional<KeptReady> find(ConcurrencyTarget target) {
        return calls.call("read what is kept ready for " + target, () -> {
            try {
                return Optional.of(one(
                        target.qualifier(),
                        lambda.get().getProvisionedConcurrencyConfig(request -> request.functionName(
                                        target.function().value())
                                .qualifier(target.qualifier()))));
            } catch (ProvisionedConcurrencyConfigNotFoundException | ResourceNotFoundException ignored) {
                return Optional.empty();
            }
        });
    }

    void set(ConcurrencyTarget target, int environments) {
        calls.call("keep " + environments + " ready for " + target, () -> lambda.get()
                .putProvisionedConcurrencyConfig(
                        request -> request.functionName(target.function().value())
                                .qualifier(target.qualifier())
                                .provisionedConcurrentExecutions(environments)));
    }

    void clear(ConcurrencyTarget target) {
        calls.call("keep none ready for " + target, () -> lambda.get()
                .deleteProvisionedConcurrencyConfig(request ->
                        request.functionName(target.function().value()).qualifier(target.qualifier())));
    }

    private List<KeptReady> list(FunctionName name) {
        return calls.call("list what is kept ready of " + name, () -> lambda
                .get()
                .listProvisionedConcurrencyConfigsPaginator(request -> request.functionName(name.value()))
                .provisionedConcurrencyConfigs()
                .stream()
                .map(ConcurrencyGateway::one)
                .toList());
    }

    private ObservedConcurrency.Account account() {
        AccountLimit limit = calls.call(
                "read the account's concurrency",
                () -> lambda.get().getAccountSettings(request -> {}).accountLimit());
        return new ObservedConcurrency.Account(limit.concurrentExecutions(), limit.unreservedConcurrentExecutions());
    }

    private static KeptReady one(ProvisionedConcurrencyConfigListItem item) {
        return new KeptReady(
                item.functionArn().substring(item.functionArn().lastIndexOf(':') + 1),
                item.requestedProvisionedConcurrentExecutions(),
                count(item.allocatedProvisionedConcurrentExecutions()),
                count(item.availableProvisionedConcurrentExecutions()),
                status(item.status()),
                reason(item.statusReason()));
    }

    private static KeptReady one(String qualifier, GetProvisionedConcurrencyConfigResponse found) {
        return new KeptReady(
                qualifier,
                found.requestedProvisionedConcurrentExecutions(),
                count(found.allocatedProvisionedConcurrentExecutions()),
                count(found.availableProvisionedConcurrentExecutions()),
                status(found.status()),
                reason(found.statusReason()));
    }

    /** A status of a later API is taken for one that is not there yet. */
    private static KeptReady.Status status(ProvisionedConcurrencyStatusEnum status) {
        return switch (status) {
            case READY -> KeptReady.Status.READY;
            case FAILED -> KeptReady.Status.FAILED;
            case IN_PROGRESS, UNKNOWN_TO_SDK_VERSION -> KeptReady.Status.IN_PROGRESS;
        };
    }

    private static int count(Integer count) {
        return count == null ? 0 : count;
    }

    private static String reason(String reason) {
        return reason == null ? "" : reason;
    }
}
