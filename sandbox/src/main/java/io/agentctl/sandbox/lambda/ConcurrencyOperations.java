package io.agentctl.sandbox.lambda;

import java.util.OptionalInt;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;

/** The account's limits, and what is set aside of them for functions. */
final class ConcurrencyOperations {
    /** Code storage that AWS begins with, and the sizes of one package (Lambda Developer Guide, "Lambda quotas"). */
    private static final long STORAGE = 80_530_636_800L;

    private static final long UNZIPPED = 262_144_000;
    private static final long ZIPPED = 52_428_800;

    private final LambdaState state;

    ConcurrencyOperations(LambdaState state) {
        this.state = state;
    }

    GetAccountSettingsResponse account(GetAccountSettingsRequest ignored) {
        long code = state.functions().stream()
                .mapToLong(function -> function.latest().codeSize()
                        + function.versions().stream()
                                .mapToLong(FunctionConfiguration::codeSize)
                                .sum())
                .sum();
        return GetAccountSettingsResponse.builder()
                .accountLimit(limit -> limit.totalCodeSize(STORAGE)
                        .codeSizeUnzipped(UNZIPPED)
                        .codeSizeZipped(ZIPPED)
                        .concurrentExecutions(state.settings().concurrency())
                        .unreservedConcurrentExecutions(state.unreservedConcurrency()))
                .accountUsage(usage -> usage.totalCodeSize(code)
                        .functionCount((long) state.functions().size()))
                .build();
    }

    GetFunctionConcurrencyResponse reserved(GetFunctionConcurrencyRequest request) {
        GetFunctionConcurrencyResponse.Builder response = GetFunctionConcurrencyResponse.builder();
        state.unqualified(request.functionName()).reserved().ifPresent(response::reservedConcurrentExecutions);
        return response.build();
    }

    PutFunctionConcurrencyResponse reserve(PutFunctionConcurrencyRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        Integer wanted = request.reservedConcurrentExecutions();
        if (wanted == null || wanted < 0) {
            throw LambdaErrors.invalid("ReservedConcurrentExecutions must not be negative: " + wanted);
        }
        if (wanted < function.provisionedTotal()) {
            throw LambdaErrors.invalid("ReservedConcurrentExecutions for function should not be lower than function's"
                    + " total provisioned concurrency [" + function.provisionedTotal() + "].");
        }
        int held = function.reserved().orElse(function.provisionedTotal());
        int left = state.unreservedConcurrency() + held - wanted;
        if (wanted > 0 && left < state.leastUnreserved()) {
            throw LambdaErrors.invalid("Specified ReservedConcurrentExecutions for function decreases account's"
                    + " UnreservedConcurrentExecution below its minimum value of [" + state.leastUnreserved() + "].");
        }
        function.reserve(OptionalInt.of(wanted));
        return PutFunctionConcurrencyResponse.builder()
                .reservedConcurrentExecutions(wanted)
                .build();
    }

    DeleteFunctionConcurrencyResponse release(DeleteFunctionConcurrencyRequest request) {
        state.unqualified(request.functionName()).reserve(OptionalInt.empty());
        return DeleteFunctionConcurrencyResponse.builder().build();
    }
}
