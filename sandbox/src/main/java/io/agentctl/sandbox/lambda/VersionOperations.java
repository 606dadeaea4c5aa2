package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.protocol.Pojos;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.StateReasonCode;

/** The operations that make and delete versions. */
final class VersionOperations {
    private static final int NO_CONTENT = 204;

    private final LambdaState state;

    VersionOperations(LambdaState state) {
        this.state = state;
    }

    PublishVersionResponse publish(PublishVersionRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        state.requireIdle(function, request.revisionId());
        String digest = function.latest().codeSha256();
        if (request.codeSha256() != null && !request.codeSha256().equals(digest)) {
            throw LambdaErrors.invalid(
                    ("CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). Please try"
                                    + " again with the CodeSHA256 in $LATEST.")
                            .formatted(request.codeSha256(), digest));
        }
        FunctionConfiguration version =
                function.unchangedVersion().orElseGet(() -> publish(function, request.description()));
        PublishVersionResponse.Builder response = PublishVersionResponse.builder();
        Pojos.copy(version, (SdkPojo) response, Set.of());
        return response.build();
    }

    /**
     * Makes a version of {@code $LATEST}, whose revision changes by that; a null description is that of the function.
     */
    FunctionConfiguration publish(LambdaFunction function, String description) {
        FunctionConfiguration latest = function.latest();
        String number = Integer.toString(function.nextVersion());
        FunctionConfiguration version = latest.toBuilder()
                .version(number)
                .functionArn(function.arn() + ":" + number)
                .revisionId(state.ids().uuid())
                .lastModified(Configurations.time(state.simulation().instant()))
                .description(description == null ? latest.description() : description)
                .state(State.PENDING)
                .stateReason("The function is being created.")
                .stateReasonCode(StateReasonCode.CREATING)
                .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL)
                .lastUpdateStatusReason(null)
                .lastUpdateStatusReasonCode((String) null)
                .build();
        function.publish(version, latest);
        function.describe(latest.toBuilder().revisionId(state.ids().uuid()).build());
        state.later(
                state.settings().updating(),
                () -> function.describeVersion(version.toBuilder()
                        .state(State.ACTIVE)
                        .stateReason(null)
                        .stateReasonCode((String) null)
                        .build()));
        return version;
    }

    /** Without a qualifier the whole function goes. A version that is not there is deleted without complaint. */
    DeleteFunctionResponse delete(DeleteFunctionRequest request) {
        FunctionName name = FunctionName.parse(request.functionName(), request.qualifier());
        LambdaFunction function = state.function(name);
        boolean qualified =
                request.qualifier() != null || request.functionName().endsWith(":" + name.qualifier());
        if (!qualified) {
            state.remove(function);
        } else if (name.qualifier().equals(FunctionName.LATEST)) {
            throw LambdaErrors.invalid("$LATEST version cannot be deleted without deleting the function.");
        } else if (!name.qualifier().matches("\\d{1,9}")) {
            throw LambdaErrors.invalid("Deletion of aliases is not currently supported.");
        } else {
            deleteVersion(function, name.qualifier());
        }
        return DeleteFunctionResponse.builder().statusCode(NO_CONTENT).build();
    }

    private static void deleteVersion(LambdaFunction function, String version) {
        List<String> aliases = function.aliases().values().stream()
                .filter(alias -> alias.functionVersion().equals(version)
                        || Aliases.weights(alias).containsKey(version))
                .map(AliasConfiguration::name)
                .toList();
        if (!aliases.isEmpty()) {
            throw LambdaErrors.conflict(
                    "Unable to delete version because the following aliases reference it: " + aliases);
        }
        function.deleteVersion(version);
    }
}
