package io.agentctl.cli.wiring;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.permission.Needs;

/** Hears of use cases of the catalogue once they are carried out, in this process or by a control plane. */
public interface Witness {

    /** Nobody wants to know. */
    Witness NOBODY = new Witness() {
        @Override
        public <Q, R> void saw(NamedUseCase<Q, R> useCase, Q request, R result) {}
    };

    /** A use case was carried out. */
    <Q, R> void saw(NamedUseCase<Q, R> useCase, Q request, R result);

    /** A command was made that may run a use case. */
    default void mayRun(NamedUseCase<?, ?> useCase) {}

    /** A command was made that may call AWS otherwise. */
    default void mayNeed(Needs needs) {}
}
