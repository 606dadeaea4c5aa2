package io.agentctl.control.lambda.cost;

import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.plan.Money;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one function costs.
 *
 * @param function which
 * @param memoryMb that most of its invocations had
 * @param architecture its processor
 * @param invocations in the window
 * @param meanMs their mean duration; empty without any
 * @param gbSeconds of duration in the window
 * @param keptReady what is kept ready costs in the window, at list prices
 * @param computed all of it in the window, at list prices
 * @param billed what Cost Explorer says of the window, where it was asked and knows the function by its tag
 * @param monthly US dollars a month of 730 hours at this rate: as billed, else as computed
 * @param swept what it would save at its swept size, where a report was given
 */
public record CostRow(
        FunctionName function,
        int memoryMb,
        String architecture,
        long invocations,
        OptionalDouble meanMs,
        double gbSeconds,
        Money keptReady,
        Money computed,
        Optional<Money> billed,
        Money monthly,
        Optional<SweptSaving> swept) {

    /** What it cost in the window: as billed, else as computed. */
    public Money cost() {
        return billed.orElse(computed);
    }
}
