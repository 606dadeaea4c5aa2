package io.agentctl.cli.lambda;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.lambda.Architectures;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Processors as Lambda names them: {@code x86_64}, {@code arm64}. */
final class ArchitectureConverter implements ITypeConverter<Architecture> {

    @Override
    public Architecture convert(String text) {
        try {
            return Architectures.named(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
