package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicySchema;
import io.agentctl.policies.library.PolicyLibrary;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Writes one of the library's policies into a folder, as a first policy to go on from, and the schema beside it: a file
 * is what every editor finds, without a network.
 */
public final class WritePolicy implements UseCase<WritePolicy.Request, WritePolicy.Result> {

    /**
     * Asks for a policy to start from.
     *
     * @param name in the library
     * @param write whether to write it, or only to return its text
     * @param overwrite whether it may replace a file
     */
    public record Request(String name, Path folder, boolean write, boolean overwrite) {}

    /**
     * The file and its text.
     *
     * @param schema the file of the JSON Schema, to which the policy's first line refers
     */
    public record Result(Path file, String text, boolean written, Path schema) {}

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
        Path schema = request.folder().resolve(PolicySchema.FILE);
        String text = PolicySchema.referring(PolicyLibrary.text(request.name()), PolicySchema.FILE);
        if (request.write()) {
            // The schema first: where it cannot be written, the policy would refer to another's.
            write(schema, PolicySchema.json(), request.overwrite() || isOurs(schema));
            write(file, text, request.overwrite());
        }
        return new Result(file, text, request.write(), schema);
    }

    /** Whether it is a schema that this program, or an earlier one, has written, and nobody's own. */
    private static boolean isOurs(Path schema) {
        return Files.exists(schema) && PolicyFiles.text(schema).contains('"' + PolicySchema.ID + '"');
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
