package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Faults;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.Step;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Moves one service. What a run that died left half done is finished first, or put back if it is not wanted any more;
 * then it is looked at anew, and moved under the journal's lock on it.
 */
final class ServiceMover {

    private static final String KIND = "windows ";
    private static final String SLEEPING = KIND + "sleep";
    private static final String WAKING = KIND + "wake";
    private static final String NOTING = KIND + "note";

    /** How many times somebody else may be in the way before this run leaves the service to the next. */
    private static final int MOST_ATTEMPTS = 3;

    private final ServiceWatcher watcher;
    private final Supplier<Journal> journal;
    private final Supplier<OperationRunner> runner;
    private final Supplier<Target> here;
    private final Clock clock;

    ServiceMover(
            ServiceWatcher watcher,
            Supplier<Journal> journal,
            Supplier<OperationRunner> runner,
            Supplier<Target> here,
            Clock clock) {
        this.watcher = watcher;
        this.journal = journal;
        this.runner = runner;
        this.here = here;
        this.clock = clock;
    }

    /**
     * Brings a service to a level.
     *
     * @param level what should be true, of the service as it is when it is looked at
     * @throws AgentctlException NOT_FOUND if it is not there; CONFLICT if somebody else is at work on it; and as
     *     {@link OperationRunner#run}
     */
    Moved move(ServiceName name, Function<ServiceView, Level> level, ProgressListener progress) {
        return move(name, level, List.of(), progress);
    }

    /**
     * The same as one operation with steps that come before.
     *
     * @param first what to do besides, such as noting a wish
     */
    Moved move(ServiceName name, Function<ServiceView, Level> level, List<Step> first, ProgressListener progress) {
        for (int attempt = 1; ; attempt++) {
            Optional<Operation> elsewhere = finishLeftOver(name, level, progress);
            ServiceView view = view(name);
            Decision decision = Decider.decide(view, level.apply(view));
            if (elsewhere.isPresent()) {
                return new Moved(decision.leftTo(elsewhere.get().id()), Optional.empty());
            }
            if (attempt == 1 && scaledInItsSleep(view)) {
                continue;
            }
            List<Step> steps = new ArrayList<>(first);
            steps.addAll(WindowSteps.of(decision, view, clock.instant()));
            if (steps.isEmpty()) {
                return new Moved(decision, Optional.empty());
            }
            try {
                return new Moved(decision, Optional.of(runner.get().run(draft(decision, steps), progress)));
            } catch (AgentctlException fault) {
                if (fault.code() != ErrorCode.CONFLICT || attempt == MOST_ATTEMPTS) {
                    throw fault;
                }
            }
        }
    }

    /** By somebody's hand, or by another run that was seen half-way: a second look tells. */
    private static boolean scaledInItsSleep(ServiceView view) {
        return view.state()
                .asleep()
                .filter(asleep -> asleep.floor() != view.count().desired())
                .isPresent();
    }

    /** Whether no run left anything to finish. */
    boolean nothingLeft(ServiceName name) {
        return openOperation(name).isEmpty();
    }

    private ServiceView view(ServiceName name) {
        return watcher.one(name).orElseThrow(() -> DropCount.gone(name));
    }

    private OperationDraft draft(Decision decision, List<Step> steps) {
        String kind =
                switch (decision.deed()) {
                    case NOTHING, FORGET -> NOTING;
                    case SLEEP, MOVE_FLOOR, PUT_BACK -> SLEEPING;
                    case WAKE -> WAKING;
                };
        String summary = decision.desired() == decision.to()
                ? decision.why()
                : Decider.tasks(decision.desired()) + " to " + decision.to() + ": " + decision.why();
        return new OperationDraft(kind, decision.service().resource(), here.get(), summary, steps);
    }

    /**
     * Finishes what a run left open, or puts it back; only what windows began is ours to finish.
     *
     * @return an operation that another run is at work on right now
     */
    private Optional<Operation> finishLeftOver(
            ServiceName name, Function<ServiceView, Level> level, ProgressListener progress) {
        Optional<Operation> open = openOperation(name);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        OperationId id = open.get().id();
        try {
            if (open.get().goingBack() || wanted(open.get(), level.apply(view(name)))) {
                runner.get().resume(id, progress);
            } else {
                runner.get().undo(id, UndoMode.CAREFUL, progress);
            }
        } catch (AgentctlException fault) {
            Optional<Operation> still =
                    openOperation(name).filter(operation -> operation.id().equals(id));
            if (Faults.passing(fault) || (still.isPresent() && fault.code() != ErrorCode.CONFLICT)) {
                throw fault;
            }
            progress.say(name + ": " + fault.getMessage());
            return still;
        }
        return Optional.empty();
    }

    private Optional<Operation> openOperation(ServiceName name) {
        return journal.get()
                .holder(here.get(), name.resource())
                .filter(operation -> operation.kind().startsWith(KIND));
    }

    private static boolean wanted(Operation open, Level level) {
        return switch (open.kind()) {
            case SLEEPING -> level.asleep();
            case WAKING -> !level.asleep();
            default -> true;
        };
    }
}
