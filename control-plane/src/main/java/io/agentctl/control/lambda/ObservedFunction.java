package io.agentctl.control.lambda;

import io.agentctl.control.fargate.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A function as it is.
 *
 * @param name its name
 * @param arn its ARN, without a version
 * @param memoryMb memory of {@code $LATEST}
 * @param timeoutSeconds after which an invocation is ended, 1 to 900
 * @param architecture its processor
 * @param snapshot the whole configuration of {@code $LATEST}
 * @param revisionId what changes with every change of {@code $LATEST}
 * @param codeSha256 digest of its code
 * @param lastModified when {@code $LATEST} was last changed, as Lambda spells it
 * @param versions numbers of the published versions, the oldest first
 * @param aliases by name
 * @param reservedConcurrency invocations at once that are set aside for it
 * @param provisioned what is kept ready
 */
public record ObservedFunction(
        FunctionName name,
        String arn,
        int memoryMb,
        int timeoutSeconds,
        Architecture architecture,
        Snapshot snapshot,
        String revisionId,
        String codeSha256,
        String lastModified,
        List<String> versions,
        List<ObservedAlias> aliases,
        OptionalInt reservedConcurrency,
        List<Provisioned> provisioned) {

    /**
     * Environments that are kept ready.
     *
     * @param qualifier the version or alias that they are ready for
     * @param requested how many were asked for
     */
    public record Provisioned(String qualifier, int requested) {}

    public ObservedFunction {
        versions = List.copyOf(versions);
        aliases = List.copyOf(aliases);
        provisioned = List.copyOf(provisioned);
    }

    /** An alias by its name. */
    public Optional<ObservedAlias> alias(String wanted) {
        return aliases.stream().filter(alias -> alias.name().equals(wanted)).findFirst();
    }
}
