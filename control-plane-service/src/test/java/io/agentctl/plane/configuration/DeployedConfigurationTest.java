package io.agentctl.plane.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The configuration that the template of CloudFormation writes for a control plane. */
class DeployedConfigurationTest {

    private static final Path TEMPLATE = Path.of("../dist/cloudformation/control-plane.yaml");
    private static final Pattern TEXT =
            Pattern.compile("- Name: CONTROL_PLANE\\n +Value: !Sub \\|\\n(.*?)\\n +- \\{Name: WINDOWS", Pattern.DOTALL);

    @Test
    void itAsksWhoCallsAndListensForTheBalancer() throws IOException {
        PlaneConfiguration configuration = deployed(
                """
                grants:
                  - {to: 'arn:aws:iam::111122223333:role/Operators', roles: [operator]}
                schedules:
                  - {name: nights, every: 5m, windows: windows.yaml}
                """);

        assertThat(configuration.asksWho()).isTrue();
        assertThat(configuration.identity().audiences()).containsExactly("https://plane.example.com");
        assertThat(configuration.identity().tokens()).contains(Path.of("tokens.yaml"));
        assertThat(configuration.server().host()).isEqualTo("0.0.0.0");
        assertThat(configuration.server().port()).isEqualTo(8470);
        assertThat(configuration.grants()).hasSize(1);
        assertThat(configuration.schedules()).hasSize(1);
    }

    private static PlaneConfiguration deployed(String access) throws IOException {
        Matcher text = TEXT.matcher(Files.readString(TEMPLATE));
        assertThat(text.find()).isTrue();
        String filled = text.group(1)
                .stripIndent()
                .replace("${Url}", "https://plane.example.com")
                .replace("${AWS::Partition}", "aws")
                .replace("${Access}", access);
        return ConfigurationReader.read("control-plane.yaml", filled);
    }
}
