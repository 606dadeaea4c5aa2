package io.agentctl.control.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.catalogue.PlaceUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.Manner;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A control plane that is not there: who waits for it is told so before the patience is over. */
class OutOfReachIT {

    private static int nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whoWaitsIsToldOnceForWhatAndGivesUp() throws IOException {
        List<String> told = new ArrayList<>();
        URI url = URI.create("http://127.0.0.1:" + nobody());
        RemoteUseCase<PlaceUseCases.Asking, ?> useCase = new RemoteUseCase<>(
                PlaceUseCases.HERE,
                new ControlPlane("team", url, Credentials.NONE, "1.0.0"),
                Manner.USUAL,
                Duration.ofSeconds(6));
        ProgressListener listener = new ProgressListener() {
            @Override
            public void on(ProgressEvent event) {
                told.add(((ProgressEvent.Note) event).text());
            }

            @Override
            public Cancellation cancellation() {
                return Cancellation.never();
            }
        };

        AgentctlException failure =
                catchThrowableOfType(AgentctlException.class, () -> useCase.run(new PlaceUseCases.Asking(), listener));

        assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(told)
                .containsExactly("the control plane team at " + url
                        + "/ does not answer (Connection refused); it is asked again for 6 s");
    }
}
