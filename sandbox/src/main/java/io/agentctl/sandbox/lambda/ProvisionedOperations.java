package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.ecs.Page;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigResponse;

/** The operations that keep environments ready. */
final class ProvisionedOperations {
    /** As AWS words it ("Configuring provisioned concurrency" in the Lambda Developer Guide names its causes). */
    private static final String INIT_FAILURE = "FUNCTION_ERROR_INIT_FAILURE";

    private final LambdaState state;

    ProvisionedOperations(LambdaState state) {
        this.state = state;
    }

    PutProvisionedConcurrencyConfigResponse put(PutProvisionedConcurrencyConfigRequest request) {
        FunctionName name = FunctionName.parse(request.functionName(), request.qualifier());
        LambdaFunction function = state.function(name);
        Integer wanted = request.provisionedConcurrentExecutions();
        if (wanted == null || wanted < 1) {
            throw LambdaErrors.invalid("ProvisionedConcurrentExecutions must be at least 1: " + wanted);
        }
        checkTarget(function, name.qualifier());
        checkCapacity(function, name.qualifier(), wanted);
        Provisioned config = new Provisioned(wanted, state.simulation().instant());
        function.provisioned().put(name.qualifier(), config);
        state.later(state.settings().provisioning(), () -> settle(function, name.qualifier(), config));
        return PutProvisionedConcurrencyConfigResponse.builder()
                .requestedProvisionedConcurrentExecutions(config.requested())
                .availableProvisionedConcurrentExecutions(config.allocated())
                .allocatedProvisionedConcurrentExecutions(config.allocated())
                .status(config.status())
                .statusReason(config.failure())
                .lastModified(Configurations.time(config.modified()))
                .build();
    }

    /** An environment that is killed for want of memory cannot be started ahead either. */
    private static void settle(LambdaFunction function, String qualifier, Provisioned config) {
        int memory = function.resolve(qualifier).orElse(function.latest()).memorySize();
        if (function.behaviour().durations().memoryNeeded() > memory) {
            config.fail(INIT_FAILURE);
        } else {
            config.becomeReady();
        }
    }

    private void checkTarget(LambdaFunction function, String qualifier) {
        if (qualifier.equals(FunctionName.LATEST)) {
            throw LambdaErrors.invalid(
                    "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
        }
        AliasConfiguration alias = function.aliases().get(qualifier);
        if (alias == null) {
            if (function.version(qualifier).isEmpty()) {
                throw LambdaErrors.functionNotFound(function.arn() + ":" + qualifier);
            }
            if (function.aliases().values().stream()
                    .anyMatch(other -> other.functionVersion().equals(qualifier)
                            && function.provisioned().containsKey(other.name()))) {
                throw LambdaErrors.conflict("Version is pointed by a Provisioned Concurrency alias");
            }
        } else if (alias.functionVersion().equals(FunctionName.LATEST)) {
            throw LambdaErrors.invalid(
                    "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
        } else if (!Aliases.weights(alias).isEmpty()) {
            throw LambdaErrors.invalid(
                    "Provisioned Concurrency cannot be configured on an alias with routing weights.");
        } else if (function.provisioned().containsKey(alias.functionVersion())) {
            throw LambdaErrors.conflict(
                    "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version");
        }
    }

    private void checkCapacity(LambdaFunction function, String qualifier, int wanted) {
        Provisioned present = function.provisioned().get(qualifier);
        int more = wanted - (present == null ? 0 : present.requested());
        if (function.reserved().isPresent()) {
            if (function.provisionedTotal() + more > function.reserved().getAsInt()) {
                throw LambdaErrors.invalid("Requested Provisioned Concurrency should not be greater than the"
                        + " reservedConcurrentExecution for function");
            }
        } else if (state.unreservedConcurrency() - more < state.leastUnreserved()) {
            throw LambdaErrors.invalid("Specified ConcurrentExecutions for function decreases account's"
                    + " UnreservedConcurrentExecution below its minimum value of [" + state.leastUnreserved() + "].");
        }
    }

    GetProvisionedConcurrencyConfigResponse get(GetProvisionedConcurrencyConfigRequest request) {
        FunctionName name = FunctionName.parse(request.functionName(), request.qualifier());
        Provisioned config = state.function(name).provisioned().get(name.qualifier());
        if (config == null) {
            throw LambdaErrors.notProvisioned();
        }
        return GetProvisionedConcurrencyConfigResponse.builder()
                .requestedProvisionedConcurrentExecutions(config.requested())
                .availableProvisionedConcurrentExecutions(config.allocated())
                .allocatedProvisionedConcurrentExecutions(config.allocated())
                .status(config.status())
                .statusReason(config.failure())
                .lastModified(Configurations.time(config.modified()))
                .build();
    }

    DeleteProvisionedConcurrencyConfigResponse delete(DeleteProvisionedConcurrencyConfigRequest request) {
        FunctionName name = FunctionName.parse(request.functionName(), request.qualifier());
        state.function(name).provisioned().remove(name.qualifier());
        return DeleteProvisionedConcurrencyConfigResponse.builder().build();
    }

    ListProvisionedConcurrencyConfigsResponse list(ListProvisionedConcurrencyConfigsRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        List<ProvisionedConcurrencyConfigListItem> all = function.provisioned().entrySet().stream()
                .map(entry -> item(function.arn() + ":" + entry.getKey(), entry.getValue()))
                .toList();
        Page<ProvisionedConcurrencyConfigListItem> page =
                FunctionQueries.page(all, request.marker(), request.maxItems());
        return ListProvisionedConcurrencyConfigsResponse.builder()
                .provisionedConcurrencyConfigs(page.items())
                .nextMarker(page.nextToken())
                .build();
    }

    private static ProvisionedConcurrencyConfigListItem item(String arn, Provisioned config) {
        return ProvisionedConcurrencyConfigListItem.builder()
                .functionArn(arn)
                .requestedProvisionedConcurrentExecutions(config.requested())
                .availableProvisionedConcurrentExecutions(config.allocated())
                .allocatedProvisionedConcurrentExecutions(config.allocated())
                .status(config.status())
                .statusReason(config.failure())
                .lastModified(Configurations.time(config.modified()))
                .build();
    }
}
