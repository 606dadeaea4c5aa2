package io.agentctl.plane.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.Glob;
import io.agentctl.plane.access.Grant;
import io.agentctl.plane.approval.ApprovalRule;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.identity.StsEndpoints.Partition;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {

    @Test
    void anEmptyFileIsAllDefaults() {
        PlaneConfiguration configuration = ConfigurationReader.read("control-plane.yaml", "");

        assertThat(configuration.server()).isEqualTo(new ServerSection("127.0.0.1", 8470, Optional.empty()));
        assertThat(configuration.limits()).isEqualTo(new LimitsSection(20, 60));
        assertThat(configuration.identity())
                .isEqualTo(new IdentitySection(
                        Set.of(), Partition.AWS, Optional.empty(), Optional.empty(), Duration.ofHours(8)));
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
                  audience: [https://plane.example.com/, team]
                  partition: aws-us-gov
                  sts: http://127.0.0.1:4566
                  tokens: tokens.yaml
                  session: 30m
                grants:
                  - to: [arn:aws:iam::111122223333:role/Ops*, token:ci]
                    roles: [operator, approver]
                    capabilities: [ecs, policy]
                    resources: ecs-service:main/*
                  - {to: token:root, roles: admin}
                approvals:
                  expire: 2h
                  rules:
                    - {useCases: [plan.apply, lambda.*], resources: ecs-service:prod/*}
                    - {useCases: windows.apply}
                """);

        assertThat(configuration.server())
                .isEqualTo(new ServerSection(
                        "0.0.0.0", 8443, Optional.of(new ServerSection.Tls(Path.of("chain.pem"), Path.of("key.pem")))));
        assertThat(configuration.limits()).isEqualTo(new LimitsSection(5, 10));
        assertThat(configuration.identity())
                .isEqualTo(new IdentitySection(
                        Set.of("https://plane.example.com", "team"),
                        Partition.US_GOV,
                        Optional.of(URI.create("http://127.0.0.1:4566")),
                        Optional.of(Path.of("tokens.yaml")),
                        Duration.ofMinutes(30)));
        assertThat(configuration.grants())
                .containsExactly(
                        new Grant(
                                List.of(new Glob("arn:aws:iam::111122223333:role/Ops*"), new Glob("token:ci")),
                                Set.of(Role.OPERATOR, Role.APPROVER),
                                List.of(new Glob("ecs"), new Glob("policy")),
                                List.of(new Glob("ecs-service:main/*"))),
                        Grant.everywhere(new Glob("token:root"), Set.of(Role.ADMIN)));
        assertThat(configuration.approvals())
                .isEqualTo(new ApprovalSection(
                        Duration.ofHours(2),
                        List.of(
                                new ApprovalRule(
                                        List.of(new Glob("plan.apply"), new Glob("lambda.*")),
                                        List.of(new Glob("ecs-service:prod/*"))),
                                new ApprovalRule(List.of(new Glob("windows.apply")), List.of(Glob.ALL)))));
        assertThat(configuration.asksWho()).isTrue();
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
                        grants:
                          - to: alice
                            roles: [boss]
                            capabilities: esc
                          - roles: viewer
                        approvals:
                          rules: [{resources: x}]
                        """))
                .isInstanceOfSatisfying(AgentctlException.class, wrong -> assertThat(wrong.code())
                        .isEqualTo(ErrorCode.BAD_CONFIGURATION))
                .hasMessage(
                        """
                        plane.yaml:2:9: error: 'port' must be a whole number from 0 to 65535, not '70000'
                        plane.yaml:3:8: error: TLS needs a 'key'
                        plane.yaml:5:13: error: 'audience' must be URLs or names of this control plane, up to \
                        200 visible characters of ASCII, not 'two words'
                        plane.yaml:6:3: error: unknown key 'sessions'. Did you mean session?
                        plane.yaml:7:1: error: unknown key 'limit'. Did you mean limits?
                        plane.yaml:9:5: error: 'alice' fits nobody: callers are named arn:…, token:NAME or schedule:NAME
                        plane.yaml:10:12: error: unknown role 'boss'. Known here: admin, approver, operator, viewer.
                        plane.yaml:11:19: error: unknown capability 'esc'. Did you mean ecs?
                        plane.yaml:12:5: error: a grant needs 'to': ARNs of users or roles, token:NAME or schedule:NAME
                        plane.yaml:14:11: error: a rule needs 'useCases', such as plan.apply or '*'""");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatThrownBy(() -> ConfigurationReader.read("plane.yaml", "server: {port: 1}\n---\nserver: {port: 2}\n"))
                .hasMessage("plane.yaml:3:1: error: a second document; there can be only one");
    }
}
