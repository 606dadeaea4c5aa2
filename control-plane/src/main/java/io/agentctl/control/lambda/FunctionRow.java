package io.agentctl.control.lambda;

import java.util.List;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * A function in a list.
 *
 * @param name its name
 * @param runtime such as {@code java21}; empty for an image
 * @param memoryMb memory of {@code $LATEST}
 * @param timeoutSeconds after which an invocation is ended
 * @param architecture {@code x86_64} or {@code arm64}
 * @param versions how many are published
 * @param aliases each with what it points at, such as {@code live: 3}
 * @param lastModified when {@code $LATEST} was last changed, as Lambda spells it
 */
public record FunctionRow(
        FunctionName name,
        String runtime,
        int memoryMb,
        int timeoutSeconds,
        String architecture,
        int versions,
        List<String> aliases,
        String lastModified) {

    public FunctionRow {
        aliases = List.copyOf(aliases);
    }

    static FunctionRow of(FunctionConfiguration configuration, int versions, List<ObservedAlias> aliases) {
        return new FunctionRow(
                new FunctionName(configuration.functionName()),
                configuration.runtimeAsString() == null ? "" : configuration.runtimeAsString(),
                configuration.memorySize(),
                configuration.timeout(),
                Architectures.name(Architectures.of(configuration.architecturesAsStrings())),
                versions,
                aliases.stream()
                        .map(alias -> alias.name() + ": " + alias.target())
                        .toList(),
                configuration.lastModified());
    }
}
