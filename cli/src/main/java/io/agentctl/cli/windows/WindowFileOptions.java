package io.agentctl.cli.windows;

import io.agentctl.control.windows.WindowFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which file of windows is meant. */
final class WindowFileOptions {

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file of windows; default: the project's.")
    private Path file;

    WindowFile read(Function<Optional<Path>, WindowFile> reader) {
        return reader.apply(Optional.ofNullable(file));
    }
}
