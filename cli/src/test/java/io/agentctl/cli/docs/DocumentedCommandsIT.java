package io.agentctl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command line of the documentation, run as it stands there: page by page, in the order in which a reader would,
 * in the sandbox's own world.
 */
@Timeout(900)
class DocumentedCommandsIT {

    /** One shows the launcher as a file; examples of the other are parsed by {@code ReferencePageTest}. */
    private static final Set<String> NOT_TO_FOLLOW = Set.of("layout.md", "reference.md");

    private static final Path DOCUMENTATION = Path.of("..", "docs");

    private static Sandbox sandbox;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(World.defaultWorld(1));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> everyPage(@TempDir Path folder) throws IOException {
        return pages().map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> read(page, folder)));
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTATION)) {
            return Stream.concat(
                    Stream.of(Path.of("..", "README.md")),
                    files.filter(file -> file.toString().endsWith(".md"))
                            .filter(file ->
                                    !NOT_TO_FOLLOW.contains(file.getFileName().toString()))
                            .sorted())
                    .toList()
                    .stream();
        }
    }

    private static void read(Path page, Path root) throws IOException {
        sandbox.reset();
        Stage stage = Stage.of(page, root, sandbox);
        List<String> wrong = new ArrayList<>();
        for (FencedCommand command : FencedCommand.of(page)) {
            stage.play(command).ifPresent(wrong::add);
        }
        assertThat(wrong).as("commands that did not do what the page says").isEmpty();
    }
}
