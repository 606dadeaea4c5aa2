package io.agentctl.control.performance.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.scenario.Request.Protocol;
import io.agentctl.control.progress.ProgressListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Http2IT {

    @TempDir
    private Path folder;

    @Test
    void http2IsAgreedOnByTls() throws Exception {
        try (Http2Server server = Http2Server.overTls(folder)) {
            assertAllAnswered(run(server.url(), Optional.of(folder.resolve("server.pem"))));
        }
    }

    @Test
    void http2IsAgreedOnByAnUpgradeOverPlainHttp() throws Exception {
        try (Http2Server server = Http2Server.plain()) {
            assertAllAnswered(run(server.url(), Optional.empty()));
        }
    }

    private static void assertAllAnswered(LoadResult result) {
        assertThat(result.total().counts().statuses()).containsEntry("200", 40L);
        assertThat(result.total().counts().failed()).isZero();
        assertThat(result.target().protocol()).isEqualTo("HTTP/2");
        assertThat(result.total().firstByte().count()).isEqualTo(40);
    }

    private static LoadResult run(URI url, Optional<Path> authorities) {
        return new RunLoad(Clock.systemUTC(), LoadObserver.NONE)
                .run(
                        new LoadRequest(
                                Scenarios.of(Duration.ofSeconds(10), Protocol.HTTP_2, Scenarios.closed(4, 40)),
                                url,
                                List.of(),
                                false,
                                1000,
                                authorities,
                                Turn.WHOLE),
                        ProgressListener.SILENT);
    }
}
