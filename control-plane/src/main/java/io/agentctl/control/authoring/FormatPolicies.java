package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.PolicyFormatter;
import io.agentctl.policies.document.PolicySource;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays policy files out in the one way; comments stay, and so does the meaning. */
public final class FormatPolicies implements UseCase<FormatPolicies.Request, FormatPolicies.Result> {

    /**
     * Asks for files, and all policies under folders, to be laid out.
     *
     * @param write whether to replace files that are laid out differently
     */
    public record Request(List<Path> files, boolean write) {}

    /**
     * A file.
     *
     * @param changed whether its layout differs from what it was
     * @param text as it is laid out
     */
    public record Formatted(Path file, boolean changed, String text) {}

    /** The files, in order. */
    public record Result(List<Formatted> files) {

        /** Those that were laid out differently. */
        public List<Formatted> changed() {
            return files.stream().filter(Formatted::changed).toList();
        }
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Formatted> files = new ArrayList<>();
        for (Path file : PolicyFiles.find(request.files())) {
            files.add(format(file));
        }
        if (request.write()) {
            files.stream().filter(Formatted::changed).forEach(FormatPolicies::replace);
        }
        return new Result(files);
    }

    /** All files are read before one is written: a mistake in the last must not leave half of them changed. */
    private static Formatted format(Path file) {
        PolicySource source = PolicyFiles.read(file);
        if (source.document().isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    file + " cannot be laid out as it is:\n"
                            + source.diagnostics().stream()
                                    .map(Diagnostic::text)
                                    .collect(Collectors.joining("\n")),
                    "Mend it first; no file was changed.");
        }
        String text = PolicyFormatter.format(source.text());
        return new Formatted(file, !text.equals(source.text()), text);
    }

    private static void replace(Formatted formatted) {
        Path target = real(formatted.file());
        Path draft = target.resolveSibling("." + target.getFileName() + ".fmt");
        try {
            Files.writeString(draft, formatted.text());
            move(draft, target);
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot write " + target + ": " + failure.getMessage(), "", null, failure);
        }
    }

    /** A link stays a link: what it points to is replaced. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot write " + file + ": " + failure.getMessage(), "", null, failure);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException ignored) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
