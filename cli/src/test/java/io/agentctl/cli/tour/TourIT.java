package io.agentctl.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.cli.ProgramWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole tour, with the program's own processes. */
@Tag("extended")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TourIT {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    @BeforeEach
    void allOfItIsBuilt() {
        for (String module : new String[] {"sandbox", "runtime-service"}) {
            assumeThat(REPOSITORY.resolve(module + "/target/agentctl-" + module + ".jar"))
                    .as("the jar of " + module + ", which 'mvn verify' builds before this module")
                    .exists();
        }
    }

    @Test
    void everyStopEndsAsTheStorySaysAndNothingIsLeftRunning() throws Exception {
        Path launcher = launcher();
        Path out = folder.resolve("out.log");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "tour")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("HOME", folder.toString());

        Process tour = builder.start();

        assertThat(tour.waitFor(280, TimeUnit.SECONDS)).isTrue();
        String told = Files.readString(out);
        assertThat(tour.exitValue()).as(told).isZero();
        assertThat(told)
                .contains("token-cap: version none to 1", "denied in", "token-cap@1/answer-too-long")
                .contains("passes at 8000 or less", "development: token-cap 1 to none")
                .contains("Drained and stopped.", "The sandbox has stopped.");
    }

    /** Starts what was compiled here, without the launcher's build. */
    private Path launcher() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("sandbox"), REPOSITORY.resolve("sandbox"));
        Files.createSymbolicLink(home.resolve("runtime-service"), REPOSITORY.resolve("runtime-service"));
        String words = String.join("' '", ProgramWords.of(home));
        Path script = Files.writeString(home.resolve("agentctl"), "#!/bin/sh\nexec '" + words + "' \"$@\"\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
