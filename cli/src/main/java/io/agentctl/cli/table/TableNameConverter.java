package io.agentctl.cli.table;

import io.agentctl.control.capacity.TableName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A table's name. */
final class TableNameConverter implements ITypeConverter<TableName> {

    @Override
    public TableName convert(String text) {
        try {
            return new TableName(text);
        } catch (IllegalArgumentException notOne) {
            throw new TypeConversionException(notOne.getMessage());
        }
    }
}
