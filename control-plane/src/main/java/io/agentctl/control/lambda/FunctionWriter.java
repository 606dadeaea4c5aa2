package io.agentctl.control.lambda;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.fargate.Architecture;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;

/**
 * Changes functions, always under the revision that was looked at. A refusal because the function has moved on since
 * (412, or 409 while an update is in progress) is no failure here: the caller looks again.
 */
final class FunctionWriter {

    private final Supplier<LambdaClient> lambda;
    private final ApiCalls calls;
    private final FunctionCode code;

    FunctionWriter(Supplier<LambdaClient> lambda, ApiCalls calls, FunctionCode code) {
        this.lambda = lambda;
        this.calls = calls;
        this.code = code;
    }

    /**
     * Sets memory and description of {@code $LATEST}; what is null stays as it is.
     *
     * @return false if it was no longer the revision that was looked at
     */
    boolean configure(FunctionName name, Integer memoryMb, String description, String revisionId) {
        return unlessMovedOn("change the memory of " + name, () -> lambda.get()
                        .updateFunctionConfiguration(request -> request.functionName(name.value())
                                .memorySize(memoryMb)
                                .description(description)
                                .revisionId(revisionId)))
                .isPresent();
    }

    /**
     * Moves {@code $LATEST} to another processor, with the code that it has.
     *
     * @return false if it was no longer the revision that was looked at
     */
    boolean moveTo(FunctionName name, Architecture architecture, String revisionId) {
        UpdateFunctionCodeRequest request = code.unchanged(name)
                .architecturesWithStrings(Architectures.name(architecture))
                .revisionId(revisionId)
                .build();
        return unlessMovedOn("move " + name + " to " + Architectures.name(architecture), () -> lambda.get()
                        .updateFunctionCode(request))
                .isPresent();
    }

    /**
     * Publishes {@code $LATEST}; if it is what the last version was made of, that version is the answer.
     *
     * @return empty if it was no longer the revision that was looked at
     */
    Optional<PublishVersionResponse> publish(FunctionName name, String description, Latest latest) {
        return unlessMovedOn("publish a version of " + name, () -> lambda.get()
                .publishVersion(request -> request.functionName(name.value())
                        .description(description)
                        .codeSha256(latest.codeSha256())
                        .revisionId(latest.revisionId())));
    }

    /**
     * Deletes a version, or finds it gone.
     *
     * @return false if an alias points at it
     */
    boolean deleteVersion(FunctionName name, String version) {
        Long.parseLong(version);
        return unlessMovedOn("delete version " + version + " of " + name, () -> {
                    try {
                        return lambda.get().deleteFunction(request -> request.functionName(name.value())
                                .qualifier(version));
                    } catch (ResourceNotFoundException gone) {
                        return gone;
                    }
                })
                .isPresent();
    }

    /**
     * Creates an alias.
     *
     * @return false if there is one of that name
     */
    boolean createAlias(FunctionName name, String alias, String version, String description) {
        return unlessMovedOn("create alias " + alias + " of " + name, () -> lambda.get()
                        .createAlias(request -> request.functionName(name.value())
                                .name(alias)
                                .functionVersion(version)
                                .description(description)))
                .isPresent();
    }

    /**
     * Points an alias at another version.
     *
     * @return false if it was no longer the revision that was looked at
     */
    boolean moveAlias(FunctionName name, ObservedAlias alias, String version) {
        return unlessMovedOn(
                        "point alias " + alias.name() + " of " + name + " at version " + version,
                        () -> lambda.get().updateAlias(request -> request.functionName(name.value())
                                .name(alias.name())
                                .functionVersion(version)
                                .revisionId(alias.revisionId())))
                .isPresent();
    }

    /** Deletes an alias, or finds it gone. */
    void deleteAlias(FunctionName name, String alias) {
        calls.call("delete alias " + alias + " of " + name, () -> {
            try {
                return lambda.get().deleteAlias(request -> request.functionName(name.value())
                        .name(alias));
            } catch (ResourceNotFoundException gone) {
                return gone;
            }
        });
    }

    private <T> Optional<T> unlessMovedOn(String doing, Supplier<T> write) {
        return calls.call(doing, () -> {
            try {
                return Optional.of(write.get());
            } catch (PreconditionFailedException | ResourceConflictException ignored) {
                return Optional.empty();
            }
        });
    }
}
