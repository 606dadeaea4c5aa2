package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.protocol.Pojos;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.ApplicationLogLevel;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.SystemLogLevel;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** What can be done with the description of a function. */
final class Configurations {
    private static final DateTimeFormatter MODIFIED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    /** Members that are of other shapes in requests than in descriptions, or that are not settings. */
    private static final Set<String> TRANSLATED = Set.of(
            "FunctionName",
            "RevisionId",
            "Environment",
            "VpcConfig",
            "Layers",
            "TracingConfig",
            "SnapStart",
            "LoggingConfig");

    private Configurations() {}

    /** How the service spells a time. */
    static String time(Instant time) {
        return MODIFIED.format(time.atOffset(ZoneOffset.UTC));
    }

    /** A description without what moves by itself: two of the same content differ in nothing that was set. */
    static FunctionConfiguration content(FunctionConfiguration configuration) {
        return configuration.toBuilder()
                .lastModified(null)
                .revisionId(null)
                .state((String) null)
                .stateReason(null)
                .stateReasonCode((String) null)
                .lastUpdateStatus((String) null)
                .lastUpdateStatusReason(null)
                .lastUpdateStatusReasonCode((String) null)
                .build();
    }

    /** A description with an update's settings; what the update leaves out stays. */
    static FunctionConfiguration updated(FunctionConfiguration before, UpdateFunctionConfigurationRequest request) {
        FunctionConfiguration.Builder after = before.toBuilder();
        Pojos.copy(request, (SdkPojo) after, TRANSLATED);
        if (request.environment() != null) {
            after.environment(
                    request.environment().variables().isEmpty()
                            ? null
                            : EnvironmentResponse.builder()
                                    .variables(request.environment().variables())
                                    .build());
        }
        if (request.tracingConfig() != null) {
            after.tracingConfig(tracing -> tracing.mode(request.tracingConfig().mode()));
        }
        if (request.snapStart() != null) {
            after.snapStart(snapStart -> snapStart
                    .applyOn(request.snapStart().applyOn())
                    .optimizationStatus(SnapStartOptimizationStatus.OFF));
        }
        if (request.hasLayers()) {
            after.layers(request.layers().stream()
                    .map(arn -> Layer.builder().arn(arn).build())
                    .toList());
        }
        if (request.vpcConfig() != null) {
            after.vpcConfig(vpc -> vpc.subnetIds(request.vpcConfig().subnetIds())
                    .securityGroupIds(request.vpcConfig().securityGroupIds()));
        }
        if (request.loggingConfig() != null) {
            after.loggingConfig(logging(before.loggingConfig(), request.loggingConfig()));
        }
        return after.build();
    }

    /** Levels go with the JSON format only; there they are INFO until somebody says otherwise. */
    private static LoggingConfig logging(LoggingConfig before, LoggingConfig wanted) {
        LoggingConfig.Builder after = before.toBuilder();
        Pojos.copy(wanted, (SdkPojo) after, Set.of());
        LoggingConfig merged = after.build();
        if (merged.logFormat() != LogFormat.JSON) {
            if (wanted.systemLogLevel() != null || wanted.applicationLogLevel() != null) {
                throw LambdaErrors.invalid("To use log levels, you must set LogFormat to JSON.");
            }
            return after.applicationLogLevel((String) null)
                    .systemLogLevel((String) null)
                    .build();
        }
        return after.applicationLogLevel(
                        merged.applicationLogLevel() == null ? ApplicationLogLevel.INFO : merged.applicationLogLevel())
                .systemLogLevel(merged.systemLogLevel() == null ? SystemLogLevel.INFO : merged.systemLogLevel())
                .build();
    }
}
