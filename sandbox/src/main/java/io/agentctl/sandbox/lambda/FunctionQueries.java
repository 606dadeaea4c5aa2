package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.ecs.Page;
import io.agentctl.sandbox.protocol.Pojos;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.Concurrency;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;

/** The operations that tell what functions there are. */
final class FunctionQueries {
    private static final int MOST = 50;

    private final LambdaState state;

    FunctionQueries(LambdaState state) {
        this.state = state;
    }

    ListFunctionsResponse list(ListFunctionsRequest request) {
        boolean all = request.functionVersion() == FunctionVersion.ALL;
        List<FunctionConfiguration> functions = new ArrayList<>();
        state.functions().forEach(function -> {
            functions.add(function.latest());
            if (all) {
                functions.addAll(function.versions());
            }
        });
        Page<FunctionConfiguration> page = page(functions, request.marker(), request.maxItems());
        return ListFunctionsResponse.builder()
                .functions(page.items())
                .nextMarker(page.nextToken())
                .build();
    }

    GetFunctionResponse get(GetFunctionRequest request) {
        FunctionName name = FunctionName.parse(request.functionName(), request.qualifier());
        LambdaFunction function = state.function(name);
        FunctionConfiguration configuration = state.configuration(name);
        GetFunctionResponse.Builder response = GetFunctionResponse.builder()
                .configuration(configuration)
                .code(FunctionCodeLocation.builder()
                        .repositoryType("S3")
                        .location(state.codeLocation(function).toString())
                        .build());
        if (!function.tags().isEmpty()) {
            response.tags(function.tags());
        }
        function.reserved()
                .ifPresent(reserved -> response.concurrency(Concurrency.builder()
                        .reservedConcurrentExecutions(reserved)
                        .build()));
        return response.build();
    }

    GetFunctionConfigurationResponse configuration(GetFunctionConfigurationRequest request) {
        GetFunctionConfigurationResponse.Builder response = GetFunctionConfigurationResponse.builder();
        Pojos.copy(
                state.configuration(FunctionName.parse(request.functionName(), request.qualifier())),
                (SdkPojo) response,
                Set.of());
        return response.build();
    }

    ListVersionsByFunctionResponse versions(ListVersionsByFunctionRequest request) {
        LambdaFunction function = state.function(FunctionName.parse(request.functionName(), null));
        List<FunctionConfiguration> versions = new ArrayList<>(List.of(function.latest()));
        versions.addAll(function.versions());
        Page<FunctionConfiguration> page = page(versions, request.marker(), request.maxItems());
        return ListVersionsByFunctionResponse.builder()
                .versions(page.items())
                .nextMarker(page.nextToken())
                .build();
    }

    ListAliasesResponse aliases(ListAliasesRequest request) {
        List<AliasConfiguration> aliases =
                state.function(FunctionName.parse(request.functionName(), null)).aliases().values().stream()
                        .filter(alias -> request.functionVersion() == null
                                || request.functionVersion().equals(alias.functionVersion())
                                || Aliases.weights(alias).containsKey(request.functionVersion()))
                        .toList();
        Page<AliasConfiguration> page = page(aliases, request.marker(), request.maxItems());
        return ListAliasesResponse.builder()
                .aliases(page.items())
                .nextMarker(page.nextToken())
                .build();
    }

    GetAliasResponse alias(GetAliasRequest request) {
        LambdaFunction function = state.function(FunctionName.parse(request.functionName(), null));
        AliasConfiguration alias = state.alias(function, request.name());
        GetAliasResponse.Builder response = GetAliasResponse.builder();
        Pojos.copy(alias, (SdkPojo) response, Set.of());
        return response.build();
    }

    static <T> Page<T> page(List<T> all, String marker, Integer maxItems) {
        int size = maxItems == null ? MOST : Math.min(MOST, maxItems);
        if (size < 1) {
            throw LambdaErrors.invalid("MaxItems must be at least 1: " + maxItems);
        }
        try {
            return Page.of(all, marker, size);
        } catch (IllegalArgumentException e) {
            throw LambdaErrors.invalid("Marker: " + e.getMessage());
        }
    }
}
