package io.agentctl.policies.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyLibraryTest {

    private static final Path FOLDER = Path.of("library");

    @Test
    void offersEveryPolicyOfTheFolderAsItIs() throws IOException {
        List<String> inFolder;
        try (Stream<Path> files = Files.list(FOLDER)) {
            inFolder = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.endsWith(".tests.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }

        assertThat(PolicyLibrary.names()).isEqualTo(inFolder);
        for (String name : inFolder) {
            assertThat(FOLDER.resolve(name + ".yaml")).hasContent(PolicyLibrary.text(name));
        }
    }
}
