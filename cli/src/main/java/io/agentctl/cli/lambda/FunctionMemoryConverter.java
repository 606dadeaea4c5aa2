package io.agentctl.cli.lambda;

import io.agentctl.cli.option.MebibytesConverter;
import io.agentctl.control.race.LambdaSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a memory size that a function can have, in MB: {@code 512}, {@code 1769MB}, {@code 2GB}. */
final class FunctionMemoryConverter implements ITypeConverter<Integer> {

    private final MebibytesConverter mebibytes = new MebibytesConverter();

    @Override
    public Integer convert(String text) {
        int memory = mebibytes.convert(text);
        if (memory < LambdaSize.LEAST_MB || memory > LambdaSize.MOST_MB) {
            throw new TypeConversionException("a function has " + LambdaSize.LEAST_MB + " to " + LambdaSize.MOST_MB
                    + " MB of memory, not " + memory);
        }
        return memory;
    }
}
