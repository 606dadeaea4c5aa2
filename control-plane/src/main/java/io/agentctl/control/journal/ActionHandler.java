package io.agentctl.control.journal;

/**
 * Carries out one type of action. Handlers look before they act, so that an action may be carried out again. One that
 * waits sleeps with {@code context.progress().cancellation()}, which also ends when the operation was taken over.
 */
public interface ActionHandler {

    /** The {@link Action#type()} that this handler carries out. */
    String type();

    /**
     * Makes it so; does nothing if it is so already.
     *
     * @return what was found or made
     * @throws io.agentctl.control.error.AgentctlException if it cannot be done. A fault that {@link Faults#passing
     *     passes} leaves the operation to be resumed; any other puts it back. From a step that only looks, a failure
     *     that will not pass means that what was applied is bad. From an inverse, CONFLICT means that it looked, found
     *     that somebody else changed things since, and did nothing; a {@link Action#forced() forced} one acts instead
     */
    Outcome perform(Action action, StepContext context);

    /**
     * Looks whether an inverse would refuse as things are, before the first inverse of its operation is played: else an
     * undo would stop half-way. Only for inverses that each are about a thing of its own; what those before them put
     * back is not seen here.
     *
     * @throws io.agentctl.control.error.AgentctlException CONFLICT if it would
     */
    default void requireUndisturbed(Action inverse) {}
}
