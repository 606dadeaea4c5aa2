package io.agentctl.control.lambda.report;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A report in files: as JSON to read again, as HTML to show. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Reads what {@code lambda sweep -o json} wrote.
     *
     * @throws AgentctlException NOT_FOUND if there is no such file, BAD_DOCUMENT if it is no report
     */
    public static SweepReport read(Path file) {
        try {
            return SweepReportReader.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            boolean there = Files.exists(file);
            throw new AgentctlException(
                    there ? ErrorCode.BAD_DOCUMENT : ErrorCode.NOT_FOUND,
                    there ? "cannot read " + file + " as text" : "there is no file " + file,
                    "Name a file that agentctl lambda sweep FUNCTION -o json wrote.",
                    null,
                    e);
        }
    }

    /**
     * Writes a report as HTML, beside and then moved over, so that a file of that name is the old one or the new one.
     *
     * @throws AgentctlException FAILED if it cannot be written
     */
    public static void write(Path file, SweepReport report) {
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            try {
                Files.writeString(beside, HtmlReport.of(report), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "cannot write " + file + ": " + reason(file, e),
                    "Name a file in a folder that you can write to.",
                    null,
                    e);
        }
    }

    private static String reason(Path file, IOException failure) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        Path folder = file.toAbsolutePath().getParent();
        return Files.isDirectory(folder) ? failure.getClass().getSimpleName() : "there is no folder " + folder;
    }
}
