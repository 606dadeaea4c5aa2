package io.agentctl.cli.wiring;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Lazy;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Manner;
import io.agentctl.control.remote.ControlPlane;
import io.agentctl.control.remote.RemoteUseCase;
import java.time.Clock;
import java.time.Duration;

/** Where use cases of the catalogue are carried out: in this process, or by a control plane. */
sealed interface Carriage {

    <Q, R> UseCase<Q, R> carrying(NamedUseCase<Q, R> useCase);

    /** The time there. */
    Clock clock();

    /** In this process. */
    record Here(Lazy<Cloud> cloud) implements Carriage {

        @Override
        public <Q, R> UseCase<Q, R> carrying(NamedUseCase<Q, R> useCase) {
            return useCase.at(cloud.get());
        }

        @Override
        public Clock clock() {
            return cloud.get().clock();
        }
    }

    /** By a control plane. */
    record There(ControlPlane plane, Manner manner) implements Carriage {

        /** A control plane is back sooner: it runs as several instances, or is started again. */
        private static final Duration PATIENCE = Duration.ofMinutes(1);

        private static final Duration HASTE = Duration.ofSeconds(3);

        @Override
        public <Q, R> UseCase<Q, R> carrying(NamedUseCase<Q, R> useCase) {
            return new RemoteUseCase<>(useCase, plane, manner, patience());
        }

        /** Whoever waits less long for an end waits less long for an answer. */
        private Duration patience() {
            return manner.timeout()
                    .filter(limit -> limit.compareTo(PATIENCE) < 0)
                    .orElse(PATIENCE);
        }

        /** For who asks again anyway. */
        <Q, R> UseCase<Q, R> asking(NamedUseCase<Q, R> useCase) {
            return new RemoteUseCase<>(useCase, plane, manner, HASTE);
        }

        @Override
        public Clock clock() {
            return Clock.offset(Clock.systemUTC(), plane.about().clockOffset());
        }
    }
}
