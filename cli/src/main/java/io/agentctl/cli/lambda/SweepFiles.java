package io.agentctl.cli.lambda;

import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.lambda.report.SweepReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reports of sweeps, read from files and folders. */
public final class SweepFiles {

    private SweepFiles() {}

    /**
     * Reads them. In a folder, JSON that is no report of a sweep is passed over, which is said.
     *
     * @throws AgentctlException BAD_DOCUMENT for a file that was named and is none
     */
    public static List<SweepReport> read(List<Path> paths, Console console) {
        List<SweepReport> reports = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                inFolder(path).forEach(file -> addIfOne(file, reports, console));
            } else {
                reports.add(SweepReportReader.read(path.toString(), text(path)));
            }
        }
        return reports;
    }

    private static void addIfOne(Path file, List<SweepReport> reports, Console console) {
        try {
            reports.add(SweepReportReader.read(file.toString(), text(file)));
        } catch (AgentctlException none) {
            console.warn("passed over: " + none.getMessage());
        }
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static AgentctlException unreadable(Path path, IOException cause) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                "cannot read " + path + ": " + cause.getMessage(),
                "Name reports that were saved with: agentctl lambda sweep FUNCTION -o json > sweep.json",
                null,
                cause);
    }
}
