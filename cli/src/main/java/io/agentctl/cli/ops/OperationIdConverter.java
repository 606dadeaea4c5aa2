package io.agentctl.cli.ops;

import io.agentctl.control.journal.OperationId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An operation's id, as {@code ops list} prints it. */
final class OperationIdConverter implements ITypeConverter<OperationId> {

    @Override
    public OperationId convert(String text) {
        if (!OperationId.valid(text)) {
            throw new TypeConversionException(
                    "'" + text + "' is not an operation id such as op-20261124-031502-k7qdm; see 'agentctl ops list'");
        }
        return new OperationId(text);
    }
}
