package io.agentctl.control.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.windows.WindowFinding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that the guide shows is one that works. */
class WindowsGuideTest {

    private static final Path GUIDE = Path.of("../docs/windows.md");
    private static final String FENCE = "```";

    @TempDir
    private Path folder;

    @Test
    void theFileOfTheGuideHasNoErrors() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(FENCE + "yaml\n") + (FENCE + "yaml\n").length();
        Path file = folder.resolve("windows.yaml");
        Files.writeString(file, guide.substring(begin, guide.indexOf(FENCE, begin)));
        Files.writeString(folder.resolve("holidays.ics"), "BEGIN:VCALENDAR\nEND:VCALENDAR\n");

        WindowFile windows = WindowFileReader.read(file);

        assertThat(windows.windows()).extracting(Window::name).containsExactly("nights", "weekends");
        assertThat(WindowChecker.check(windows, List.of(), Instant.parse("2026-11-24T12:00:00Z")))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }
}
