package io.agentctl.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path home;

    @Test
    void inACheckoutEachProgramIsWhereItsModuleWasBuilt() {
        Installation checkout = new Installation(home);

        assertThat(checkout.unpacked()).isFalse();
        assertThat(checkout.launcher()).isEqualTo(home.resolve("agentctl"));
        assertThat(checkout.jar("sandbox")).isEqualTo(home.resolve("sandbox/target/agentctl-sandbox.jar"));
    }

    @Test
    void anArchiveHasThemBesideEachOther() throws IOException {
        Files.createDirectory(home.resolve("programs"));
        Installation archive = new Installation(home);

        assertThat(archive.unpacked()).isTrue();
        assertThat(archive.launcher()).isEqualTo(home.resolve("bin/agentctl"));
        assertThat(archive.jar("sandbox")).isEqualTo(home.resolve("programs/agentctl-sandbox.jar"));
        assertThat(archive.cache("runtime-service")).isEqualTo(home.resolve("programs/runtime-service.aot"));
    }
}
