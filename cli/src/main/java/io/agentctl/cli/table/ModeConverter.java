package io.agentctl.cli.table;

import io.agentctl.control.capacity.Mode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code on-demand} or {@code provisioned}. */
final class ModeConverter implements ITypeConverter<Mode> {

    @Override
    public Mode convert(String text) {
        try {
            return Mode.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw new TypeConversionException(notOne.getMessage());
        }
    }
}
