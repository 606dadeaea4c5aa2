package io.agentctl.control.lambda.cost;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.lambda.FunctionName;
import java.util.Comparator;
import java.util.List;

/**
 * What a function did in a window.
 *
 * @param name which
 * @param architecture its processor
 * @param memoryMb of {@code $LATEST}
 * @param parts its invocations by the memory that they had
 * @param kept what is kept ready
 */
record FunctionUse(FunctionName name, Architecture architecture, int memoryMb, List<Part> parts, List<Kept> kept) {

    /**
     * Invocations of one memory.
     *
     * @param memoryMb in MB
     * @param invocations how many
     * @param busyMillis how long they ran together
     * @param readyShare share of them that met an environment that was kept ready, 0 to 1
     */
    record Part(int memoryMb, double invocations, double busyMillis, double readyShare) {}

    /**
     * Environments that are kept ready.
     *
     * @param memoryMb of each
     * @param environments how many
     */
    record Kept(int memoryMb, int environments) {}

    FunctionUse {
        parts = List.copyOf(parts);
        kept = List.copyOf(kept);
    }

    double invocations() {
        return parts.stream().mapToDouble(Part::invocations).sum();
    }

    double busyMillis() {
        return parts.stream().mapToDouble(Part::busyMillis).sum();
    }

    /** The memory that most invocations had; that of {@code $LATEST} where there were none. */
    int mainMemoryMb() {
        return parts.stream()
                .filter(part -> part.invocations() > 0)
                .max(Comparator.comparingDouble(Part::invocations))
                .map(Part::memoryMb)
                .orElse(memoryMb);
    }
}
