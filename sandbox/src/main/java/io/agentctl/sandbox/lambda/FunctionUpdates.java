package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.protocol.Pojos;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** The operations that change {@code $LATEST}. An update takes a while, in which there can be no other. */
final class FunctionUpdates {
    private static final int LEAST_MEMORY = 128;
    /** The service model accepts up to 32,768 MB; the service does not (Lambda Developer Guide, "Lambda quotas"). */
    private static final int MOST_MEMORY = 10_240;

    private static final int LEAST_STORAGE = 512;
    private static final int MOST_SECONDS = 900;
    private static final int LONGEST_DESCRIPTION = 256;

    private final LambdaState state;
    private final VersionOperations versions;

    FunctionUpdates(LambdaState state, VersionOperations versions) {
        this.state = state;
        this.versions = versions;
    }

    UpdateFunctionConfigurationResponse configuration(UpdateFunctionConfigurationRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        check(request);
        state.requireIdle(function, request.revisionId());
        begin(function, Configurations.updated(function.latest(), request));
        UpdateFunctionConfigurationResponse.Builder response = UpdateFunctionConfigurationResponse.builder();
        Pojos.copy(function.latest(), (SdkPojo) response, Set.of());
        return response.build();
    }

    private static void check(UpdateFunctionConfigurationRequest request) {
        within("MemorySize", request.memorySize(), LEAST_MEMORY, MOST_MEMORY);
        within("Timeout", request.timeout(), 1, MOST_SECONDS);
        if (request.ephemeralStorage() != null) {
            within("EphemeralStorage.Size", request.ephemeralStorage().size(), LEAST_STORAGE, MOST_MEMORY);
        }
        if (request.description() != null && request.description().length() > LONGEST_DESCRIPTION) {
            throw LambdaErrors.invalid("Description must have length less than or equal to " + LONGEST_DESCRIPTION);
        }
    }

    private static void within(String member, Integer value, int least, int most) {
        if (value != null && value < least) {
            throw outside(member, "greater", least);
        }
        if (value != null && value > most) {
            throw outside(member, "less", most);
        }
    }

    private static RuntimeException outside(String member, String direction, int limit) {
        return LambdaErrors.invalid(
                "'%s' value failed to satisfy constraint: Member must have value %s than or equal to %d"
                        .formatted(member, direction, limit));
    }

    /** The code itself is not looked at: what the function does, the world says. */
    UpdateFunctionCodeResponse code(UpdateFunctionCodeRequest request) {
        LambdaFunction function = state.unqualified(request.functionName());
        if (request.zipFile() == null && request.s3Bucket() == null && request.imageUri() == null) {
            throw LambdaErrors.invalid("Please provide a source for function code.");
        }
        if (request.architectures().size() > 1) {
            throw LambdaErrors.invalid("Architectures must have length less than or equal to 1");
        }
        state.requireIdle(function, request.revisionId());
        FunctionConfiguration changed = changed(function.latest(), request);
        UpdateFunctionCodeResponse.Builder response = UpdateFunctionCodeResponse.builder();
        if (!Boolean.TRUE.equals(request.dryRun())) {
            if (request.zipFile() != null) {
                function.upload(request.zipFile().asByteArray());
            }
            begin(function, changed);
            changed = Boolean.TRUE.equals(request.publish()) ? versions.publish(function, null) : function.latest();
        }
        Pojos.copy(changed, (SdkPojo) response, Set.of());
        return response.build();
    }

    private static FunctionConfiguration changed(FunctionConfiguration before, UpdateFunctionCodeRequest request) {
        FunctionConfiguration.Builder after = before.toBuilder();
        if (request.zipFile() != null) {
            byte[] zip = request.zipFile().asByteArrayUnsafe();
            after.codeSha256(digest(zip)).codeSize((long) zip.length);
        }
        if (request.hasArchitectures()) {
            after.architectures(request.architectures());
        }
        return after.build();
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private void begin(LambdaFunction function, FunctionConfiguration changed) {
        function.describe(changed.toBuilder()
                .revisionId(state.ids().uuid())
                .lastModified(Configurations.time(state.simulation().instant()))
                .lastUpdateStatus(LastUpdateStatus.IN_PROGRESS)
                .lastUpdateStatusReason("The function is being created.")
                .lastUpdateStatusReasonCode("Creating")
                .build());
        state.later(state.settings().updating(), () -> finish(function));
    }

    /** The revision changes once more when the update is done (aws/aws-sdk issue 377). */
    private void finish(LambdaFunction function) {
        function.describe(function.latest().toBuilder()
                .revisionId(state.ids().uuid())
                .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL)
                .lastUpdateStatusReason(null)
                .lastUpdateStatusReasonCode((String) null)
                .build());
        function.serveLatest();
    }
}
