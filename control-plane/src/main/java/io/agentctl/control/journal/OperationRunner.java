package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Carries operations out, finishes them and undoes them. Each act is preceded by an entry in the journal, so that any
 * process can go on after this one died at any point. Use one for many operations, also at the same time.
 */
public final class OperationRunner {

    private final Journal journal;
    private final StepPlayer player;
    private final Takeover takeover;
    private final Clock clock;
    private final RandomGenerator random;
    private final Owner owner;
    private final Supplier<Target> here;
    private final LeaseSettings lease;

    /**
     * Makes a runner.
     *
     * @param handlers one for each type of action
     * @param random draws the ids
     * @param owner who works, usually {@link LocalProcesses#current}
     * @param here the account and region that the handlers act on, asked when an operation is begun, resumed or undone:
     *     one that was made elsewhere is refused
     */
    public OperationRunner(
            Journal journal,
            Collection<? extends ActionHandler> handlers,
            Clock clock,
            RandomGenerator random,
            Owner owner,
            Supplier<Target> here,
            LeaseSettings lease) {
        this.journal = journal;
        this.player =
                new StepPlayer(handlers.stream().collect(Collectors.toMap(ActionHandler::type, Function.identity())));
        this.takeover = new Takeover(journal, clock, lease);
        this.clock = clock;
        this.random = random;
        this.owner = owner;
        this.here = here;
        this.lease = lease;
    }

    /**
     * Carries out a new operation.
     *
     * @return the operation, SUCCEEDED or UNVERIFIED
     * @throws AgentctlException CONFLICT if another operation holds the resource; ROLLED_BACK if what was applied is
     *     bad and was put back; a passing fault's own code if the operation is left to be resumed; else the failure's
     *     own code, with nothing left changed unless the message says so
     */
    public Operation run(OperationDraft draft, ProgressListener progress) {
        return working(begin(draft), progress, player::forward);
    }

    private Operation begin(OperationDraft draft) {
        player.requireHandlers(draft.steps());
        requireHere(draft.resource().toString(), draft.target());
        Instant now = clock.instant();
        OperationId id = OperationId.next(now, random);
        return journal.begin(Operation.begun(draft, id, owner, now, now.plus(lease.lease())));
    }

    /**
     * Carries out a new operation that is of no use half done: if it cannot go on, or the caller asks it to stop, it is
     * put back at once.
     *
     * @return as {@link #run}
     * @throws AgentctlException as {@link #run}; after a fault that passes, or a wish to stop, with nothing left
     *     changed unless the message says so
     */
    public Operation runWhole(OperationDraft draft, ProgressListener progress) {
        Operation begun = begin(draft);
        try {
            return working(begun, progress, player::forward);
        } catch (AgentctlException fault) {
            if (!Faults.passing(fault)) {
                throw fault;
            }
            throw putBack(begun.id(), fault, progress);
        }
    }

    private AgentctlException putBack(OperationId id, AgentctlException fault, ProgressListener progress) {
        try {
            Operation stopped = find(id);
            if (stopped.goingBack() || !stopped.state().open()) {
                return fault;
            }
            progress.say(stopped.failure() + "; putting back what was done");
            undo(id, UndoMode.CAREFUL, new StoppableProgress(progress, Cancellation.never()));
            return Endings.whole(stopped, fault);
        } catch (AgentctlException failed) {
            fault.addSuppressed(failed);
            return fault;
        }
    }

    /**
     * Finishes an operation that stopped half-way: forward, or back if it had turned back already.
     *
     * @return the operation, SUCCEEDED, UNVERIFIED or UNDONE; unchanged if it was over already
     * @throws AgentctlException as {@link #run}; CONFLICT if its owner is alive; NOT_FOUND
     */
    public Operation resume(OperationId id, ProgressListener progress) {
        Operation found = find(id);
        requireHere(id.toString(), found.target());
        Operation free = takeover.ownerless(found, progress);
        if (!free.state().open()) {
            progress.say(id + " is over already: " + free.state());
            return free;
        }
        player.requireHandlers(free.steps());
        if (free.goingBack()) {
            Operation taken = take(free, operation -> operation.in(OperationState.UNDOING, operation.failure()));
            Operation over = goBack(taken, free, UndoMode.CAREFUL, progress);
            if (over.state() != OperationState.UNDONE) {
                throw Endings.turnedBack(over);
            }
            return over;
        }
        Operation taken = take(free, operation -> operation.in(OperationState.RUNNING, ""));
        return working(taken, progress, player::forward);
    }

    /**
     * Puts back what an operation changed, whether it is over or stopped half-way.
     *
     * @param mode whether to put back even what somebody else changed since
     * @return the operation: UNDONE, or FAILED or ROLLED_BACK if it was heading there; unchanged if nothing was to be
     *     done
     * @throws AgentctlException CONFLICT if its owner is alive, another operation holds the resource, or somebody else
     *     changed things since (then nothing was done); otherwise the inverse's own failure, with the operation left
     *     INTERRUPTED
     */
    public Operation undo(OperationId id, UndoMode mode, ProgressListener progress) {
        Operation found = find(id);
        requireHere(id.toString(), found.target());
        Operation free = takeover.ownerless(found, progress);
        return switch (free.state()) {
            case FAILED, ROLLED_BACK, UNDONE -> {
                progress.say(id + " needs no undoing: " + free.state());
                yield free;
            }
            case RUNNING, INTERRUPTED, UNDOING, SUCCEEDED, UNVERIFIED -> {
                player.requireHandlers(free.steps());
                OperationState goal = free.goingBack() ? free.goal() : OperationState.UNDONE;
                Operation taken = take(
                        free, operation -> operation.towards(goal).in(OperationState.UNDOING, operation.failure()));
                yield goBack(taken, free, mode, progress);
            }
        };
    }

    /** Makes this process the owner, in the same write that takes the resource if it was given up. */
    private Operation take(Operation free, UnaryOperator<Operation> change) {
        Instant now = clock.instant();
        return journal.save(change.apply(free).ownedBy(owner).writtenAt(now, now.plus(lease.lease())));
    }

    private Operation goBack(Operation taken, Operation before, UndoMode mode, ProgressListener progress) {
        return working(taken, progress, open -> {
            try {
                if (mode == UndoMode.CAREFUL) {
                    player.requireUndisturbed(open);
                }
                return player.back(open, mode);
            } catch (InverseFailedException inverse) {
                throw stoppedGoingBack(open, before, inverse);
            }
        });
    }

    /** An undo that was refused before it did anything leaves the operation as it was, and its resource free. */
    private static AgentctlException stoppedGoingBack(
            OpenOperation open, Operation before, InverseFailedException inverse) {
        AgentctlException reason = inverse.reason();
        boolean refused = reason.code() == ErrorCode.CONFLICT
                && open.current().stepsToPutBack().equals(before.stepsToPutBack());
        if (refused && !before.state().open()) {
            open.update(operation -> operation.towards(before.goal()).in(before.state(), before.failure()));
            return Endings.refused(before, reason);
        }
        return Endings.leftHalfway(open.current(), reason.code(), inverse.getMessage(), reason);
    }

    private Operation working(Operation operation, ProgressListener progress, Function<OpenOperation, Operation> work) {
        OpenOperation open = new OpenOperation(journal, operation, clock, lease, progress);
        open.keepAlive();
        try (open) {
            return work.apply(open);
        } catch (JournalLostException lost) {
            throw Endings.journalLost(open.current(), lost.reason());
        }
    }

    private Operation find(OperationId id) {
        return journal.find(id)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND, "there is no operation " + id, "agentctl ops list shows those there are"));
    }

    private void requireHere(String what, Target target) {
        Target present = here.get();
        if (!target.samePlace(present)) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    what + " belongs to account " + target.account() + " in " + target.region() + ", but this is "
                            + present,
                    "choose the context that it was made in: --context " + target.context());
        }
    }
}
