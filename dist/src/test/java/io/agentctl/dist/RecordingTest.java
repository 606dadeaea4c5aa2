package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final String TWO = "io/agentctl/dist/RecordingTest$Two";

    @TempDir
    private Path home;

    private ClassFiles files;
    private byte[] octets;

    /** A class with two lambdas. */
    static final class Two {

        private Two() {}

        static Supplier<String> reached() {
            return () -> "one";
        }

        static Runnable other() {
            return () -> {};
        }
    }

    @BeforeEach
    void pack() throws IOException {
        try (InputStream in = RecordingTest.class.getResourceAsStream("RecordingTest$Two.class")) {
            octets = in.readAllBytes();
        }
        Files.createSymbolicLink(home.resolve("runtime"), Path.of(System.getProperty("java.home")));
        Files.createDirectories(home.resolve("programs/lib"));
        try (ZipOutputStream jar =
                new ZipOutputStream(Files.newOutputStream(home.resolve("programs/agentctl-cli.jar")))) {
            jar.putNextEntry(new ZipEntry(TWO + ".class"));
            jar.write(octets);
        }
        files = ClassFiles.of(home, "cli");
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void keepsNamesOfClassesAndOfTheirCallSitesThatWereReached() throws IOException {
        List<String> kept = Recording.of(
                List.of(
                        "# a comment",
                        TWO + " id: 7",
                        "java/lang/Object id: 0",
                        "java/lang/invoke/LambdaForm$MH/0x0001 id: 8",
                        "a/Plugin id: 9 super: 0 source: /tmp/plugin.jar",
                        "@lambda-form-invoker [LF_RESOLVE] Holder invokeStatic L_L",
                        "@cp " + TWO + " " + site("get:lambda$reached$").index()),
                files,
                List.of("a/Main"));

        assertThat(kept).containsExactly("a/Main", TWO + " get:lambda$reached$", "java/lang/Object");
    }

    @Test
    void theJvmIsToldOfTheLambdasThatWereReachedAndOfNoOthers() throws IOException {
        List<String> list = new ClassList(files).of(List.of("gone/Missing", TWO + " get:lambda$reached$"));

        assertThat(list).hasSize(2).first().isEqualTo(TWO);
        assertThat(list.getLast().split(" ", 0))
                .startsWith("@cp", TWO)
                .contains(Integer.toString(site("get:lambda$reached$").index()))
                .doesNotContain(Integer.toString(site("run:lambda$other$").index()));
    }

    private PoolEntry site(String name) {
        ConstantPool pool = ClassFile.of().parse(octets).constantPool();
        return StreamSupport.stream(pool.spliterator(), false)
                .filter(entry -> entry instanceof InvokeDynamicEntry site
                        && CallSites.name(site).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
