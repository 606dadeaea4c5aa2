package io.agentctl.dist;

import io.agentctl.health.HealthCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Images of the programs, of the archive's folder with its caches and a root of Debian's packages, without Docker. What
 * they share are layers of the same bytes, from what changes least on: root, Java runtime, libraries, program.
 *
 * @param archive the archive's folder
 */
record Images(Sources sources, Path archive) {

    private static final String PROGRAMS = "programs";

    /** Builds them all, each a file in the folder that everything goes to. */
    void build() throws IOException {
        Path work = sources.target().resolve("images");
        Folders.remove(work);
        Path blobs = Files.createDirectories(work.resolve("blobs"));
        Path given = sources.root().resolve("dist/images");
        SortedMap<String, Path> root = new ImageRoot(
                        new DebianPackages(
                                given.resolve("packages-" + architecture() + ".txt"),
                                sources.target().resolve("packages")),
                        given.resolve("root"),
                        work.resolve("debian"))
                .collect();
        Folders.date(work.resolve("debian"), sources.time());
        Path health = healthJar(work);
        Layer debian = Layer.write("Debian's C library", root, blobs);
        Layer scratch = Layer.open("a place for temporary files", "tmp", sources.time(), blobs);
        Layer java = Layer.write("the Java runtime", tree("runtime"), blobs);
        for (ImageProgram program : ImageProgram.all()) {
            List<Layer> layers = List.of(
                    debian,
                    scratch,
                    java,
                    Layer.write("libraries", libraries(program), blobs),
                    Layer.write("the program", program(program, health), blobs));
            new Image(
                            program.image(),
                            sources.version(),
                            architecture(),
                            sources.time(),
                            program.settings(archive, sources.version()),
                            layers)
                    .write(blobs, file(program.image()));
        }
        Folders.remove(work);
    }

    private Path file(String image) {
        return sources.target().resolve("%s-%s-%s.oci.tar".formatted(image, sources.version(), architecture()));
    }

    private SortedMap<String, Path> tree(String name) throws IOException {
        SortedMap<String, Path> files = home();
        for (Path path : Folders.all(archive.resolve(name))) {
            files.put(inImage(archive.relativize(path).toString()), path);
        }
        return files;
    }

    private SortedMap<String, Path> home() {
        SortedMap<String, Path> files = new TreeMap<>();
        files.put(ImageProgram.HOME, archive);
        return files;
    }

    /** Those that the program's jar names, and what is said of all of them. */
    private SortedMap<String, Path> libraries(ImageProgram program) throws IOException {
        SortedMap<String, Path> files = tree("licenses");
        for (String name : List.of("sbom.json", "THIRD-PARTY.md", PROGRAMS, PROGRAMS + "/lib")) {
            files.put(inImage(name), archive.resolve(name));
        }
        Path jar = archive.resolve(PROGRAMS).resolve("agentctl-" + program.module() + ".jar");
        for (String library : classPath(jar)) {
            files.put(
                    inImage(PROGRAMS + "/" + library), archive.resolve(PROGRAMS).resolve(library));
        }
        return files;
    }

    /** What the manifest of a jar names, as it does. */
    static List<String> classPath(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String named = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null ? List.of() : Arrays.asList(named.split(" ", -1));
        }
    }

    private SortedMap<String, Path> program(ImageProgram program, Path health) {
        SortedMap<String, Path> files = home();
        files.put(inImage(PROGRAMS), archive.resolve(PROGRAMS));
        for (String name : program.files()) {
            files.put(inImage(PROGRAMS + "/" + name), archive.resolve(PROGRAMS).resolve(name));
        }
        if (program.service().isPresent()) {
            files.put(inImage(ImageProgram.HEALTH), health);
        }
        return files;
    }

    private static String inImage(String name) {
        return ImageProgram.HOME + "/" + name;
    }

    /** A jar of one class, the health check. */
    private Path healthJar(Path folder) throws IOException {
        String name = HealthCheck.class.getName().replace('.', '/') + ".class";
        Path compressed = folder.resolve("health.zip");
        try (InputStream in = HealthCheck.class.getResourceAsStream("/" + name);
                OutputStream out = Files.newOutputStream(compressed);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
        }
        Path jar = folder.resolve("health.jar");
        StoredJar.copy(compressed, jar, sources.time());
        Folders.date(jar, sources.time());
        return jar;
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }
}
