package io.agentctl.control.place;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.AnnouncingJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.Liveness;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.Owner;
import io.agentctl.control.ops.ShowOperation;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Operations at a place: where they are written down, and who carries them out. Leases are judged by this machine's
 * clock: the sandbox's may be moved while an operation is under way.
 */
public final class Operations {

    private final Supplier<Journal> journal;
    private final Consumer<OperationId> begun;
    private final Owner owner;
    private final Cloud cloud;

    /** @param begun hears of every operation that is begun here, before it acts */
    Operations(Supplier<Journal> journal, Consumer<OperationId> begun, Owner owner, Cloud cloud) {
        this.journal = journal;
        this.begun = begun;
        this.owner = owner;
        this.cloud = cloud;
    }

    /** The journal that the project is set to. */
    public Journal journal() {
        return new AnnouncingJournal(journal.get(), begun);
    }

    /** Carries out and undoes operations. */
    public OperationRunner runner() {
        return runner(cloud.lambda().handlers());
    }

    /**
     * The same, where who works on functions tells of it.
     *
     * @param ofFunctions instead of the usual ones
     */
    public OperationRunner runner(List<ActionHandler> ofFunctions) {
        return new OperationRunner(
                journal(),
                cloud.handlers(ofFunctions),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                owner,
                cloud::changedHere,
                LeaseSettings.standard());
    }

    /** For each kind of resource that plans speak of, who turns a plan into an operation. */
    public List<Applier> appliers() {
        return cloud.appliers();
    }

    /** The use case that shows one. */
    public ShowOperation showing() {
        return new ShowOperation(
                journal(), new Liveness(Clock.systemUTC(), LeaseSettings.standard()), owner.user(), cloud::here);
    }
}
