package io.agentctl.runtime.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The configuration that the template of CloudFormation writes for the runtime. */
class DeployedConfigurationTest {

    private static final Path TEMPLATE = Path.of("../dist/cloudformation/runtime.yaml");
    private static final Pattern TEXT =
            Pattern.compile("- Name: RUNTIME\\n.*\\n +- \\|\\n(.*?)\\n +- TokensKey", Pattern.DOTALL);
    private static final Pattern STOP = Pattern.compile("StopTimeout: (\\d+)");

    @Test
    void itIsUsedAsItIs() throws IOException {
        RuntimeConfiguration configuration = deployed("", "", "");

        assertThat(configuration.project()).isEqualTo("acme");
        assertThat(configuration.environment()).isEqualTo("production");
        assertThat(configuration.server().host()).isEqualTo("0.0.0.0");
        assertThat(configuration.server().port()).isEqualTo(8080);
    }

    @Test
    void itTakesTokensAKeyAndBackEnds() throws IOException {
        RuntimeConfiguration configuration = deployed(
                ", tokens: /etc/agentctl/tokens",
                "policies: {trust: [/etc/agentctl/policy-key.pub.pem]}",
                "backends: {mail: {target: 'sqs:acme-mail'}}\nroutes: {tool_mail: mail}");

        assertThat(configuration.server().tokens()).contains(Path.of("/etc/agentctl/tokens"));
        assertThat(configuration.policies().trust()).containsExactly(Path.of("/etc/agentctl/policy-key.pub.pem"));
        assertThat(configuration.routes()).containsExactly(new RuntimeConfiguration.RouteSetting("tool_mail", "mail"));
    }

    @Test
    void tasksGetTheTimeThatDrainingTakes() throws IOException {
        RuntimeConfiguration.Server server = deployed("", "", "").server();
        Matcher stop = STOP.matcher(Files.readString(TEMPLATE));

        assertThat(stop.find()).isTrue();
        assertThat(Duration.ofSeconds(Long.parseLong(stop.group(1))))
                .isGreaterThan(server.notice().plus(server.drain()));
    }

    private static RuntimeConfiguration deployed(String tokens, String policies, String backends) throws IOException {
        Matcher text = TEXT.matcher(Files.readString(TEMPLATE));
        assertThat(text.find()).isTrue();
        String filled = text.group(1)
                .stripIndent()
                .replace("${Project}", "acme")
                .replace("${Environment}", "production")
                .replace("${AWS::Region}", "eu-central-1")
                .replace("${TokensKey}", tokens)
                .replace("${PoliciesKey}", policies)
                .replace("${Backends}", backends);
        return ConfigurationReader.read("runtime.yaml", filled);
    }
}
