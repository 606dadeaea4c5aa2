package io.agentctl.control.lambda;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.race.LambdaSize;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans another memory size for a function, and for an alias of it. */
public final class PlanMemory implements UseCase<PlanMemory.Request, Plan> {

    private static final String KIND = "lambda apply";

    /**
     * What to plan.
     *
     * @param function which
     * @param memoryMb 128 to 10,240
     * @param architecture its processor; empty to leave it as it is
     * @param alias to be pointed at a version of that size; empty to change {@code $LATEST} alone
     */
    public record Request(
            FunctionName function, int memoryMb, Optional<Architecture> architecture, Optional<String> alias) {
        public Request {
            if (memoryMb < LambdaSize.LEAST_MB || memoryMb > LambdaSize.MOST_MB) {
                throw new IllegalArgumentException(
                        "memory is " + LambdaSize.LEAST_MB + " to " + LambdaSize.MOST_MB + " MB, not " + memoryMb);
            }
        }
    }

    private final Supplier<Target> here;
    private final FunctionsGateway functions;
    private final Clock clock;

    PlanMemory(Supplier<Target> here, FunctionsGateway functions, Clock clock) {
        this.here = here;
        this.functions = functions;
        this.clock = clock;
    }

    /**
     * Plans.
     *
     * @throws AgentctlException NOT_FOUND if there is no such function or alias; CONFLICT for a weighted alias
     */
    @Override
    public Plan run(Request request, ProgressListener progress) {
        ObservedFunction function = functions.observe(request.function());
        List<Change> changes = new ArrayList<>();
        memory(function, request.memoryMb()).ifPresent(changes::add);
        request.architecture().flatMap(wanted -> architecture(function, wanted)).ifPresent(changes::add);
        Optional<ObservedAlias> alias = request.alias().map(name -> alias(function, name));
        alias.flatMap(one -> move(function, one, request)).ifPresent(changes::add);
        return new Plan(
                KIND,
                here.get(),
                clock.instant(),
                changes.isEmpty()
                        ? List.of()
                        : List.of(new ResourcePlan(
                                request.function().resource(), fingerprint(function, alias), changes)));
    }

    /** What must not have changed when the plan is applied. */
    static String fingerprint(ObservedFunction function, Optional<ObservedAlias> alias) {
        return function.revisionId() + alias.map(one -> "/" + one.revisionId()).orElse("");
    }

    private static Optional<Change> memory(ObservedFunction function, int memoryMb) {
        if (function.memoryMb() == memoryMb) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                function.name().resource(),
                FunctionField.MEMORY,
                Integer.toString(function.memoryMb()),
                Integer.toString(memoryMb),
                "the size asked for; what it costs follows from how long invocations then take",
                memoryMb < function.memoryMb() ? Risk.MEDIUM : Risk.LOW,
                Money.ZERO));
    }

    private static Optional<Change> architecture(ObservedFunction function, Architecture wanted) {
        if (function.architecture() == wanted) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                function.name().resource(),
                FunctionField.ARCHITECTURE,
                Architectures.name(function.architecture()),
                Architectures.name(wanted),
                "its code is sent again unchanged, and must be made for both, its layers too",
                Risk.HIGH,
                Money.ZERO));
    }

    private static ObservedAlias alias(ObservedFunction function, String name) {
        ObservedAlias alias = function.alias(name).orElseThrow(() -> {
            List<String> names =
                    function.aliases().stream().map(ObservedAlias::name).toList();
            return new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    function.name() + " has no alias " + name,
                    names.isEmpty()
                            ? "It has none at all."
                            : Suggestions.sentence(name, names) + " It has: " + String.join(", ", names));
        });
        if (alias.weighted()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "alias " + name + " of " + function.name() + " shares its calls between versions: "
                            + alias.target(),
                    "End that roll-out first.");
        }
        return alias;
    }

    /** A version brings all of {@code $LATEST} with it: what else differs is the reader's to know. */
    private Optional<Change> move(ObservedFunction function, ObservedAlias alias, Request request) {
        Optional<Latest> present = functions.version(function.name(), alias.version());
        List<String> others = present.map(version -> version.snapshot().differences(function.snapshot()).stream()
                        .filter(name -> !Snapshot.OF_A_VERSION.contains(name) && !Snapshot.OF_A_SIZE.contains(name))
                        .toList())
                .orElse(List.of());
        boolean there = others.isEmpty()
                && present.filter(version -> version.memoryMb() == request.memoryMb())
                        .filter(version -> version.snapshot().architecture()
                                == request.architecture().orElse(function.architecture()))
                        .isPresent();
        if (there) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                function.name().resource(),
                FunctionField.ALIAS + alias.name(),
                alias.version(),
                FunctionField.NEW_VERSION,
                others.isEmpty()
                        ? "the same as version " + alias.version() + " but for its size"
                        : "$LATEST differs from version " + alias.version() + " in more than its size: "
                                + String.join(", ", others),
                others.isEmpty() ? Risk.MEDIUM : Risk.HIGH,
                Money.ZERO));
    }
}
