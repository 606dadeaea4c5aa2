package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackagesTest {

    private static final String SUM_OF_TEXT = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";

    @TempDir
    Path folder;

    @Test
    void asksAptForExactlyOneVersion() throws IOException {
        assertThat(packages("# why", "", SUM_OF_TEXT + "  zlib1g_1%3a1.2.13-1_amd64.deb")
                        .wanted())
                .singleElement()
                .satisfies(wanted -> {
                    assertThat(wanted.exactly()).isEqualTo("zlib1g=1:1.2.13-1");
                    assertThat(wanted.name()).isEqualTo("zlib1g");
                });
    }

    @Test
    void takesAFileThatIsThereIfItIsTheOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a_1_amd64.deb"), "text");
        DebianPackages packages = packages(SUM_OF_TEXT + "  a_1_amd64.deb");

        assertThat(packages.file(packages.wanted().getFirst())).isEqualTo(file);
    }

    @Test
    void refusesAnother() throws IOException {
        Files.writeString(folder.resolve("a_1_amd64.deb"), "another text");
        DebianPackages packages = packages(SUM_OF_TEXT + "  a_1_amd64.deb");

        assertThatThrownBy(() -> packages.file(packages.wanted().getFirst()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a_1_amd64.deb has the SHA-256")
                .hasMessageContaining(SUM_OF_TEXT);
    }

    private DebianPackages packages(String... lines) throws IOException {
        Path list = Files.write(folder.resolve("packages.txt"), List.of(lines));
        return new DebianPackages(list, folder);
    }
}
