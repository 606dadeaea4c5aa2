package io.agentctl.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DynamoDbLocalTest {

    @TempDir
    Path folder;

    private HttpServer elsewhere;
    private byte[] served = new byte[0];
    private final List<String> said = new ArrayList<>();

    private final ProgressListener listener = event -> {
        if (event instanceof ProgressEvent.Note note) {
            said.add(note.text());
        }
    };

    @BeforeEach
    void serve() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.sendResponseHeaders(served.length == 0 ? 404 : 200, served.length == 0 ? -1 : served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
    }

    @Test
    void theVersionFetchedIsTheOneThatTheSandboxIsBuiltWith() throws Exception {
        assertThat(engine()).hasFileName(DynamoDbLocal.JAR);
        assertThat(local().obtain(Optional.of(engine().toString()), listener)).isEqualTo(engine());
        assertThat(said).isEmpty();
    }

    @Test
    void isFetchedOnceAndKeptAndSaysSo() throws Exception {
        served = Files.readAllBytes(engine());

        Path fetched = local().obtain(Optional.of(url()), listener);
        elsewhere.stop(0);

        assertThat(fetched).hasBinaryContent(served);
        assertThat(said).first().asString().contains("DynamoDB Local", url(), folder.toString());
        assertThat(local().obtain(Optional.of(url()), listener)).isEqualTo(fetched);
        assertThat(said).hasSize(2);
    }

    @Test
    void anotherFileIsNotTaken() throws IOException {
        served = new byte[] {1, 2, 3};
        Path other = Files.write(folder.resolve("other.jar"), served);

        assertThatThrownBy(() -> local().obtain(Optional.of(url()), listener))
                .isInstanceOfSatisfying(AgentctlException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.BAD_DOCUMENT));
        assertThatThrownBy(() -> local().obtain(Optional.of(other.toString()), listener))
                .hasMessageContaining("other.jar")
                .hasMessageContaining(DynamoDbLocal.SHA_256);
        assertThat(folder)
                .isDirectoryNotContaining("glob:**.part")
                .isDirectoryNotContaining("glob:**" + DynamoDbLocal.JAR);
    }

    @Test
    void withoutANetworkItSaysHowToHandItOver() {
        assertThatThrownBy(() -> local().obtain(Optional.of(url()), listener))
                .isInstanceOfSatisfying(AgentctlException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
                    assertThat(failure.advice())
                            .contains("--dynamodb-local FILE", DynamoDbLocal.VARIABLE, DynamoDbLocal.JAR);
                });
        assertThatThrownBy(() -> local().obtain(Optional.of("missing.jar"), listener))
                .hasMessageContaining("there is no file");
    }

    private DynamoDbLocal local() {
        return new DynamoDbLocal(folder);
    }

    private String url() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/" + DynamoDbLocal.JAR;
    }

    private static Path engine() throws URISyntaxException, ClassNotFoundException {
        return Path.of(Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
