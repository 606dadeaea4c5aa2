package io.agentctl.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a sandbox is to simulate: a document that was found good, and the seed of all that is random in it. */
public final class World {
    private static final String DEFAULT = "agent-runtime.yaml";

    private final WorldDocument document;
    private final Path directory;
    private final long seed;
    private final Optional<Path> ownJar;

    private World(WorldDocument document, Path directory, long seed, Optional<Path> ownJar) {
        this.document = Objects.requireNonNull(document, "document");
        this.directory = Objects.requireNonNull(directory, "directory");
        this.seed = seed;
        this.ownJar = ownJar;
    }

    /** The agent runtime: three services of different habits in the cluster {@code agent-runtime}. */
    public static World defaultWorld(long seed) {
        try (InputStream stream = World.class.getResourceAsStream(DEFAULT)) {
            String yaml = new String(Objects.requireNonNull(stream, DEFAULT).readAllBytes(), StandardCharsets.UTF_8);
            return parse(yaml, Path.of("")).withSeed(seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a world from a file; traces' file names are relative to it.
     *
     * @throws WorldFormatException when it cannot be read or used
     */
    public static World load(Path file) {
        try {
            WorldDocument document = WorldReader.read(Files.readString(file), file.toString());
            Path parent = file.toAbsolutePath().getParent();
            return new World(document, parent, document.seed(), Optional.empty());
        } catch (IOException e) {
            throw new WorldFormatException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a world from text.
     *
     * @param yaml the document
     * @param directory what traces' file names are relative to
     * @throws WorldFormatException when it cannot be used
     */
    public static World parse(String yaml, Path directory) {
        WorldDocument document = WorldReader.read(yaml, "world");
        return new World(document, directory, document.seed(), Optional.empty());
    }

    /** The same world with another seed. */
    public World withSeed(long other) {
        return new World(document, directory, other, ownJar);
    }

    /**
     * The same world with the jar of those functions whose handler names none; without one they follow their models.
     */
    public World withOwnJar(Optional<Path> jar) {
        return new World(document, directory, seed, jar);
    }

    /**
     * What containers of an image run, by its name.
     *
     * @param own of the image {@code agentctl}, unless the document says otherwise
     */
    public Map<String, List<String>> programs(Optional<Path> own) {
        Map<String, List<String>> programs = new HashMap<>();
        own.ifPresent(program -> programs.put("agentctl", List.of(program.toString())));
        document.programs().forEach((image, words) -> {
            List<String> command = new ArrayList<>(words);
            if (command.getFirst().contains("/")) {
                command.set(
                        0,
                        directory.resolve(command.getFirst()).toAbsolutePath().toString());
            }
            programs.put(image, List.copyOf(command));
        });
        return programs;
    }

    Optional<Path> ownJar() {
        return ownJar;
    }

    /** The seed of all that is random. */
    public long seed() {
        return seed;
    }

    WorldDocument document() {
        return document;
    }

    Path directory() {
        return directory;
    }
}
