package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Applies a smaller size to the idle service, to be killed at it. Its arguments: the endpoint, the journal's folder.
 */
final class ApplyProgram {

    private ApplyProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (ServiceBench bench = new ServiceBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries),
                UnaryOperator.identity())) {
            bench.apply(bench.plan(ServiceBench.IDLE, ServiceField.TASK_SIZE, "2048/4096", "512/1024"));
        } catch (AgentctlException failure) {
            if (failure.code() != ErrorCode.ROLLED_BACK) {
                throw failure;
            }
        }
    }
}
