package io.agentctl.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void profiles() throws IOException {
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(
                folder.resolve(".aws/config"),
                """
                [default]
                region = eu-central-1
                [profile prod]
                sso_session = acme
                region = eu-central-1
                [profile keys]
                credential_process = /opt/keys
                [sso-session acme]
                sso_start_url = https://acme.awsapps.com/start
                """);
    }

    @Test
    void aProfileOfSingleSignOnIsSignedInToByItsName() {
        assertThat(command("prod")).contains("aws sso login --profile prod");
        assertThat(command("keys")).isEmpty();
        assertThat(command("default")).isEmpty();
    }

    @Test
    void theDefaultProfileNeedsNoName() throws IOException {
        Files.writeString(folder.resolve("other"), "[default]\nsso_start_url=https://acme.awsapps.com/start\n");
        Map<String, String> environment = Map.of(
                "HOME",
                folder.toString(),
                "AWS_CONFIG_FILE",
                folder.resolve("other").toString());

        assertThat(SignIn.command(settings(environment), environment)).contains("aws sso login");
    }

    private Optional<String> command(String profile) {
        Map<String, String> environment = Map.of("HOME", folder.toString(), "AWS_PROFILE", profile);
        return SignIn.command(settings(environment), environment);
    }

    private Settings settings(Map<String, String> environment) {
        return SettingsReader.read(Inputs.read(TargetFlags.NONE, environment, folder));
    }
}
