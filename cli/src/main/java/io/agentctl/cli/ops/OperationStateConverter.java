package io.agentctl.cli.ops;

import io.agentctl.control.journal.OperationState;
import io.agentctl.control.json.RecordTree;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A state as it is printed: {@code rolled-back}. */
final class OperationStateConverter implements ITypeConverter<OperationState> {

    @Override
    public OperationState convert(String text) {
        return Arrays.stream(OperationState.values())
                .filter(state -> RecordTree.word(state).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + Arrays.stream(OperationState.values())
                                .map(RecordTree::word)
                                .collect(Collectors.joining(", "))));
    }
}
