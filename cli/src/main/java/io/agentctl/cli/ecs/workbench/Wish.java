package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.plan.ResourcePlan;

/** What a key asks of the world. */
sealed interface Wish {

    /** Nothing. */
    record Nothing() implements Wish {}

    /** A change carried out. */
    record Apply(String service, ResourcePlan plan) implements Wish {}

    /** The change that was made here last, put back. */
    record RollBack(String service) implements Wish {}
}
