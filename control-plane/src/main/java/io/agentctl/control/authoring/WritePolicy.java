package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.library.PolicyLibrary;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** Writes one of the library's policies into a folder, as a first policy to go on from. */
public final class WritePolicy implements UseCase<WritePolicy.Request, WritePolicy.Result> {

    /**
     * Asks for a policy to start from.
     *
     * @param name in the library
     * @param write whether to write it, or only to return its text
     * @param overwrite whether it may replace a file
     */
    public record Request(String name, Path folder, boolean write, boolean overwrite) {}

    /** The file and its text. */
    public record Result(Path file, String text, boolean written) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<String> names = PolicyLibrary.names();
        if (!names.contains(request.name())) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "the library has no policy " + request.name() + "; it has " + String.join(", ", names),
                    Suggestions.sentence(request.name(), names));
        }
        Path file = request.folder().resolve(request.name() + ".yaml");
        String text = PolicyLibrary.text(request.name());
        if (request.write()) {
            write(file, text, request.overwrite());
        }
        return new Result(file, text, request.write());
    }

    private static void write(Path file, String text, boolean overwrite) {
        Set<OpenOption> options = overwrite
                ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                : Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, options.toArray(OpenOption[]::new));
        } catch (FileAlreadyExistsException there) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT, file + " is there already", "Pass --force to overwrite it.", null, there);
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot write " + file + ": " + failure.getMessage(), "", null, failure);
        }
    }
}
