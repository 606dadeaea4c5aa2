package io.agentctl.cli.lambda;

import io.agentctl.control.lambda.concurrency.ConcurrencyTarget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An alias or version of a function: {@code worker:live}, {@code worker:3}. */
final class ConcurrencyTargetConverter implements ITypeConverter<ConcurrencyTarget> {

    @Override
    public ConcurrencyTarget convert(String text) {
        try {
            return ConcurrencyTarget.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw new TypeConversionException(notOne.getMessage());
        }
    }
}
