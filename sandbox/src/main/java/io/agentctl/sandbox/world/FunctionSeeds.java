package io.agentctl.sandbox.world;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.function.FunctionCode;
import io.agentctl.sandbox.lambda.Durations;
import io.agentctl.sandbox.lambda.FunctionSeed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.TracingMode;

/** Turns documents into functions as the service describes them. */
final class FunctionSeeds {
    private static final DateTimeFormatter MODIFIED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final int STORAGE = 512;
    private static final long SECONDS_PER_MINUTE = 60;

    private final Arns arns;
    private final Path directory;
    private final Instant created;
    private final long seed;
    private final Optional<Path> ownJar;

    /**
     * Functions of an account.
     *
     * @param arns account and region
     * @param directory what samples' file names are relative to
     * @param created when they were last changed, and their traffic began
     * @param seed decides the traffic's noise
     * @param ownJar the jar of handlers that name none, where there is one
     */
    FunctionSeeds(Arns arns, Path directory, Instant created, long seed, Optional<Path> ownJar) {
        this.arns = arns;
        this.directory = directory;
        this.created = created;
        this.seed = seed;
        this.ownJar = ownJar;
    }

    FunctionSeed seed(FunctionDocument document) {
        return new FunctionSeed(
                configuration(document),
                document.behaviour(code(document), durations(document)),
                document.versions(),
                document.aliases(),
                document.provisioned(),
                document.tags(),
                Optional.ofNullable(document.traffic())
                        .map(traffic -> traffic.toTraffic(
                                Math.floorDiv(created.getEpochSecond(), SECONDS_PER_MINUTE),
                                seed ^ document.name().hashCode())));
    }

    private Optional<FunctionCode> code(FunctionDocument document) {
        if (document.handler() == null) {
            return Optional.empty();
        }
        Optional<Path> jar = Optional.ofNullable(document.handler().jar())
                .map(name -> directory.resolve(name).toAbsolutePath());
        jar.filter(file -> !Files.exists(file)).ifPresent(missing -> {
            throw new WorldFormatException("function " + document.name() + ": there is no file " + missing);
        });
        return jar.or(() -> ownJar)
                .map(file -> new FunctionCode(file, document.handler().name()));
    }

    private Durations durations(FunctionDocument document) {
        return document.samples() == null
                ? document.model().toModel()
                : SamplesReader.read(directory, document.samples());
    }

    private FunctionConfiguration configuration(FunctionDocument document) {
        FunctionConfiguration.Builder configuration = FunctionConfiguration.builder()
                .functionName(document.name())
                .runtime(document.runtime())
                .role("arn:aws:iam::" + arns.account() + ":role/" + document.name())
                .handler(
                        document.handler() == null
                                ? "handler"
                                : document.handler().name())
                .description("")
                .codeSize((long) document.name().length())
                .codeSha256(digest(document.name()))
                .timeout((int) document.timeout().toSeconds())
                .memorySize(document.memory())
                .lastModified(MODIFIED.format(created.atOffset(ZoneOffset.UTC)))
                .architectures(
                        switch (document.architecture()) {
                            case X86_64 -> Architecture.X86_64;
                            case ARM64 -> Architecture.ARM64;
                        })
                .packageType(PackageType.ZIP)
                .state(State.ACTIVE)
                .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL)
                .ephemeralStorage(storage -> storage.size(STORAGE))
                .tracingConfig(tracing -> tracing.mode(TracingMode.PASS_THROUGH))
                .snapStart(snapStart ->
                        snapStart.applyOn(SnapStartApplyOn.NONE).optimizationStatus(SnapStartOptimizationStatus.OFF))
                .loggingConfig(logging -> logging.logFormat(LogFormat.TEXT).logGroup("/aws/lambda/" + document.name()));
        if (!document.environment().isEmpty()) {
            configuration.environment(EnvironmentResponse.builder()
                    .variables(document.environment())
                    .build());
        }
        return configuration.build();
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
