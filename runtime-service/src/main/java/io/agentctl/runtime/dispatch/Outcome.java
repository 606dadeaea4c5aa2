package io.agentctl.runtime.dispatch;

import io.agentctl.runtime.backend.BackendAnswer;
import io.agentctl.runtime.backend.BackendException;

/** What became of a request. */
public sealed interface Outcome {

    /** No route speaks of the intent; nothing was decided. */
    record UnknownIntent(String intent) implements Outcome {}

    /** Whoever decides could not be asked; nothing was dispatched. */
    record Undecided(UndecidedException problem) implements Outcome {}

    /** The policies deny it; nothing was dispatched. */
    record Denied(Decided decided) implements Outcome {}

    /** A back end carried it out. */
    record Answered(Decided decided, BackendAnswer answer) implements Outcome {}

    /** It was allowed, and the back end gave no answer. */
    record Failed(Decided decided, BackendException problem) implements Outcome {}
}
