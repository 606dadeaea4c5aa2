package io.agentctl.control.journal;

/** Carries out one type of action. Handlers look before they act, so that an action may be carried out again. */
public interface ActionHandler {

    /** The {@link Action#type()} that this handler carries out. */
    String type();

    /**
     * Makes it so; does nothing if it is so already.
     *
     * @return what was found or made
     * @throws io.agentctl.control.error.AgentctlException if it cannot be done. From a step that only looks, a failure
     *     that will not pass by itself means that what was applied is bad
     */
    Outcome perform(Action action, StepContext context);
}
