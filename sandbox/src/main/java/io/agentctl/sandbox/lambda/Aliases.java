package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.protocol.Pojos;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/** The operations that change aliases. */
final class Aliases {
    private final LambdaState state;

    Aliases(LambdaState state) {
        this.state = state;
    }

    /** The share of invocations that goes to another version than the alias's first, by version. */
    static Map<String, Double> weights(AliasConfiguration alias) {
        return alias.routingConfig() == null ? Map.of() : alias.routingConfig().additionalVersionWeights();
    }

    CreateAliasResponse create(CreateAliasRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        if (request.name() == null || !request.name().matches("(?!\\d+$)[a-zA-Z0-9-_]{1,128}")) {
            throw LambdaErrors.invalid("Value '" + request.name()
                    + "' at 'name' failed to satisfy constraint: letters, digits, - and _, and not a number");
        }
        String arn = function.arn() + ":" + request.name();
        if (function.aliases().containsKey(request.name())) {
            throw LambdaErrors.conflict("Alias already exists: " + arn);
        }
        AliasConfiguration alias = AliasConfiguration.builder()
                .name(request.name())
                .aliasArn(arn)
                .functionVersion(request.functionVersion())
                .description(request.description() == null ? "" : request.description())
                .routingConfig(orNone(request.routingConfig()))
                .revisionId(state.ids().uuid())
                .build();
        check(function, alias);
        function.aliases().put(alias.name(), alias);
        CreateAliasResponse.Builder response = CreateAliasResponse.builder();
        Pojos.copy(alias, (SdkPojo) response, Set.of());
        return response.build();
    }

    UpdateAliasResponse update(UpdateAliasRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        AliasConfiguration before = state.alias(function, request.name());
        LambdaState.requireRevision(request.revisionId(), before.revisionId(), "GetAlias");
        AliasConfiguration.Builder after =
                before.toBuilder().revisionId(state.ids().uuid());
        if (request.functionVersion() != null) {
            after.functionVersion(request.functionVersion());
        }
        if (request.description() != null) {
            after.description(request.description());
        }
        if (request.routingConfig() != null) {
            after.routingConfig(orNone(request.routingConfig()));
        }
        AliasConfiguration alias = after.build();
        check(function, alias);
        function.aliases().put(alias.name(), alias);
        UpdateAliasResponse.Builder response = UpdateAliasResponse.builder();
        Pojos.copy(alias, (SdkPojo) response, Set.of());
        return response.build();
    }

    /** An alias that is not there is deleted without complaint. */
    DeleteAliasResponse delete(DeleteAliasRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        function.aliases().remove(request.name());
        function.provisioned().remove(request.name());
        return DeleteAliasResponse.builder().build();
    }

    private static AliasRoutingConfiguration orNone(AliasRoutingConfiguration routing) {
        return routing == null || routing.additionalVersionWeights().isEmpty() ? null : routing;
    }

    private static void check(LambdaFunction function, AliasConfiguration alias) {
        String first = alias.functionVersion();
        Map<String, Double> weights = weights(alias);
        if (first == null) {
            throw LambdaErrors.invalid("FunctionVersion is required");
        }
        if (!first.equals(FunctionName.LATEST) && function.version(first).isEmpty()) {
            throw LambdaErrors.functionNotFound(function.arn() + ":" + first);
        }
        if (weights.size() > 1) {
            throw LambdaErrors.invalid("Number of items in AdditionalVersionWeights cannot be greater than 1");
        }
        if (!weights.isEmpty() && first.equals(FunctionName.LATEST)) {
            throw LambdaErrors.invalid("$LATEST is not supported for an alias pointing to more than 1 version");
        }
        weights.forEach((version, weight) -> {
            if (version.equals(first)) {
                throw LambdaErrors.invalid("Invalid function version " + version + ". Function version " + version
                        + " is already included in routing configuration.");
            }
            if (function.version(version).isEmpty()) {
                throw LambdaErrors.functionNotFound(function.arn() + ":" + version);
            }
            if (!(weight >= 0 && weight <= 1)) {
                throw LambdaErrors.invalid("A weight must be within 0.0..1.0: " + weight);
            }
        });
    }
}
