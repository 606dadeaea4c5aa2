package io.agentctl.plane.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {

    @Test
    void anEmptyFileIsAllDefaults() {
        PlaneConfiguration configuration = ConfigurationReader.read("control-plane.yaml", "");

        assertThat(configuration.server()).isEqualTo(new ServerSection("127.0.0.1", 8470, Optional.empty()));
        assertThat(configuration.limits()).isEqualTo(new LimitsSection(20, 60));
        assertThat(configuration.identity())
                .isEqualTo(
                        new IdentitySection(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofHours(8)));
    }

    @Test
    void everyKeyIsRead() {
        PlaneConfiguration configuration = ConfigurationReader.read(
                "control-plane.yaml",
                """
                server:
                  host: 0.0.0.0
                  port: 8443
                  tls: {certificate: chain.pem, key: key.pem}
                limits:
                  rate: 5
                  burst: 10
                identity:
                  audience: https://plane.example.com
                  sts: http://127.0.0.1:4566
                  tokens: tokens.yaml
                  session: 30m
                """);

        assertThat(configuration.server())
                .isEqualTo(new ServerSection(
                        "0.0.0.0", 8443, Optional.of(new ServerSection.Tls(Path.of("chain.pem"), Path.of("key.pem")))));
        assertThat(configuration.limits()).isEqualTo(new LimitsSection(5, 10));
        assertThat(configuration.identity())
                .isEqualTo(new IdentitySection(
                        Optional.of("https://plane.example.com"),
                        Optional.of(URI.create("http://127.0.0.1:4566")),
                        Optional.of(Path.of("tokens.yaml")),
                        Duration.ofMinutes(30)));
    }

    @Test
    void allMistakesAreToldAtOnceWithLineAndColumn() {
        assertThatThrownBy(
                        () -> ConfigurationReader.read(
                                "plane.yaml",
                                """
                        server:
                          port: 70000
                          tls: {certificate: chain.pem}
                        identity:
                          audience: two words
                          sessions: 1h
                        limit: 3
                        """))
                .isInstanceOfSatisfying(AgentctlException.class, wrong -> assertThat(wrong.code())
                        .isEqualTo(ErrorCode.BAD_CONFIGURATION))
                .hasMessage(
                        """
                        plane.yaml:2:9: error: 'port' must be a whole number from 0 to 65535, not '70000'
                        plane.yaml:3:8: error: TLS needs a 'key'
                        plane.yaml:5:13: error: 'audience' must be the URL or a name of this control plane, up to \
                        200 visible characters of ASCII, not 'two words'
                        plane.yaml:6:3: error: unknown key 'sessions'. Did you mean session?
                        plane.yaml:7:1: error: unknown key 'limit'. Did you mean limits?""");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatThrownBy(() -> ConfigurationReader.read("plane.yaml", "server: {port: 1}\n---\nserver: {port: 2}\n"))
                .hasMessage("plane.yaml:3:1: error: a second document; there can be only one");
    }
}
