package io.agentctl.cli.table;

import io.agentctl.control.capacity.TableName;
import picocli.CommandLine.Parameters;

/** Which table is meant. */
final class TableChoice {

    @Parameters(paramLabel = "TABLE", converter = TableNameConverter.class, description = "The table.")
    private TableName name;

    TableName name() {
        return name;
    }
}
