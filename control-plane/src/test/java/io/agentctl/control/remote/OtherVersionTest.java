package io.agentctl.control.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.agentctl.control.catalogue.PlaceUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Manner;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A control plane that is of another version than its caller. */
class OtherVersionTest {

    private HttpServer server;
    private String about = "{\"version\":\"1.3.0\"}";
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean asked = exchange.getRequestMethod().equals("POST");
            byte[] body = (asked ? answer : about).getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(asked ? status : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private AgentctlException refused(String version) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ControlPlane plane = new ControlPlane("team", url, Credentials.NONE, version);
        RemoteUseCase<?, ?> useCase =
                new RemoteUseCase<>(PlaceUseCases.HERE, plane, Manner.USUAL, Duration.ofSeconds(5));
        return catchThrowableOfType(AgentctlException.class, () -> run(useCase));
    }

    @SuppressWarnings("unchecked")
    private static void run(RemoteUseCase<?, ?> useCase) {
        ((RemoteUseCase<PlaceUseCases.Asking, ?>) useCase).run(new PlaceUseCases.Asking(), ProgressListener.SILENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.9|Upgrade this agentctl: it is 1.2.9, the control plane 1.3.0.",
                "1.10.0-SNAPSHOT|Have the control plane upgraded: it is 1.3.0, this agentctl 1.10.0-SNAPSHOT.",
                "(not packaged)|One of the two is older, and is to be upgraded: this agentctl is (not packaged), the control plane 1.3.0.",
            })
    void anAnswerThatIsNotUnderstoodSaysWhichSideToUpgrade(String version, String advice) {
        answer = "{\"id\": \"run-1\", \"colour\": \"green\"}";

        AgentctlException refused = refused(version);

        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_CONFIGURATION);
        assertThat(refused.advice()).isEqualTo(advice);
    }

    @Test
    void aUseCaseThatIsNotKnownThereSaysSoToo() {
        status = 404;
        RunFailure failure =
                new RunFailure(ErrorCode.NOT_FOUND, "there is no use case place.here", "", Optional.empty());
        answer = "{\"failure\": " + JsonText.write(RecordTree.of(failure)) + "}";

        AgentctlException refused = refused("1.4.0");

        assertThat(refused).hasMessageContaining("does not understand this agentctl: there is no use case place.here");
        assertThat(refused.advice()).startsWith("Have the control plane upgraded");
    }

    @Test
    void whatSaysNoVersionIsPerhapsNoControlPlane() {
        about = "<html>";
        answer = "{}";

        assertThat(refused("1.4.0").advice()).contains("this agentctl is 1.4.0.");
    }
}
