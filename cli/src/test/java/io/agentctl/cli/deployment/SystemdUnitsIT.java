package io.agentctl.cli.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units and timers, as systemd reads them. */
class SystemdUnitsIT {

    private static final Path PROGRAM = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    private Path folder;

    @Test
    void systemdUnderstandsEveryUnit() throws IOException, InterruptedException {
        assumeThat(PROGRAM).as("skipped: there is no systemd-analyze").exists();
        List<String> units = copied("", "");

        assertThat(verify(units)).isEmpty();
    }

    /** Else nothing would be learnt from the silence above. */
    @Test
    void anOptionThatIsNoneIsFound() throws IOException, InterruptedException {
        assumeThat(PROGRAM).as("skipped: there is no systemd-analyze").exists();
        List<String> units = copied("Persistent=", "Persistant=");

        assertThat(verify(units)).contains("Persistant");
    }

    /** With another program instead of agentctl, since it must be there. */
    private List<String> copied(String text, String other) throws IOException {
        List<String> units = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../dist/systemd"))) {
            for (Path file : files.filter(SystemdUnitsIT::isUnit).toList()) {
                Path copy = folder.resolve(file.getFileName().toString());
                String unit = Files.readString(file).replace("/usr/bin/agentctl", "/usr/bin/env");
                Files.writeString(
                        copy, unit.replace("/usr/bin/logger", "/usr/bin/env").replace(text, other));
                units.add(copy.toString());
            }
        }
        return units.stream().filter(unit -> unit.endsWith(".timer")).toList();
    }

    private static boolean isUnit(Path file) {
        return file.toString().endsWith(".service") || file.toString().endsWith(".timer");
    }

    private String verify(List<String> units) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "--man=no", "verify"));
        command.addAll(units);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("SYSTEMD_UNIT_PATH", folder + ":");
        builder.start().waitFor();
        return Files.readString(said);
    }
}
