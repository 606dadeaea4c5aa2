package io.agentctl.cli.lambda;

import io.agentctl.control.lambda.FunctionName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a function's name. */
final class FunctionNameConverter implements ITypeConverter<FunctionName> {

    @Override
    public FunctionName convert(String text) {
        try {
            return new FunctionName(text);
        } catch (IllegalArgumentException mistake) {
            throw new TypeConversionException(mistake.getMessage());
        }
    }
}
