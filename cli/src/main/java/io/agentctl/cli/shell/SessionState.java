package io.agentctl.cli.shell;

import io.agentctl.cli.option.Flags;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.TargetFlags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a session remembers: where commands go, what was done, and what can be put back. */
final class SessionState {

    private final Instant began;
    private final List<Note> notes = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> undone = new HashSet<>();
    private Flags usual;
    private boolean over;

    /**
     * An operation that the session began.
     *
     * @param target where
     */
    record Change(OperationId operation, TargetFlags target) {}

    /** Where commands go. */
    record Place(Context context) {
        Prompt prompt(boolean readOnly) {
            return new Prompt(context.name(), Context.isProduction(context.name()), readOnly);
        }
    }

    /** @param usual the options that the session was started with */
    SessionState(Instant began, Flags usual) {
        this.began = began;
        this.usual = usual;
    }

    Instant began() {
        return began;
    }

    /** The options that count where a command does not say otherwise. */
    Flags usual() {
        return usual;
    }

    /** Goes to another context; profile, region and endpoint of the one before are left behind. */
    void use(String context) {
        usual = usual.to(new TargetFlags(Optional.of(context), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Where commands go that do not say otherwise; read anew, since files may have changed. */
    Place place(Program program) {
        Settings settings = program.settings(usual.target());
        return new Place(settings.contextForReading());
    }

    void note(Note note) {
        notes.add(note);
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    void changed(OperationId operation, TargetFlags target) {
        changes.add(new Change(operation, target));
    }

    /** Operations that are named are put back: undo goes on with the one before. */
    void putBack(Collection<String> operations) {
        changes.removeIf(change -> operations.contains(change.operation().toString()));
        undone.addAll(operations);
    }

    /** True if an operation of that name was put back in this session. */
    boolean isPutBack(OperationId operation) {
        return undone.contains(operation.toString());
    }

    /** What was changed last and is not put back yet. */
    Optional<Change> lastChange() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
    }

    void leave() {
        over = true;
    }

    boolean over() {
        return over;
    }
}
