package io.agentctl.control.authoring;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads policy files. Tests that stand beside a policy, in {@code NAME.tests.yaml}, come with it. */
final class PolicyFiles {

    private static final String TESTS = ".tests.yaml";
    private static final String PROJECT_FILE = "agentctl.yaml";
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");

    private PolicyFiles() {}

    /**
     * The policies that were named, each folder with all policies under it, sorted by name.
     *
     * @throws AgentctlException NOT_FOUND for what is not there, and for a folder without policies
     */
    static List<Path> find(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(in(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw missing("there is no file " + path);
            }
        }
        return files.stream().distinct().toList();
    }

    /** Reads policies with their tests; what is wrong in them is in the sources. */
    static List<PolicySource> read(List<Path> named) {
        return find(named).stream().map(PolicyFiles::read).toList();
    }

    /** Reads one policy with its tests. */
    static PolicySource read(Path file) {
        PolicySource source = PolicyReader.read(file.toString(), text(file));
        Path tests = testsBeside(file);
        return Files.exists(tests) ? PolicyReader.withTests(source, tests.toString(), text(tests)) : source;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException failure) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, file + " is not UTF-8 text", "Save it as UTF-8.", null, failure);
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot read " + file + ": " + failure.getMessage(), "", null, failure);
        }
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(PolicyFiles::isPolicy).sorted().toList();
            if (found.isEmpty()) {
                throw missing("there are no policies (*.yaml) under " + folder);
            }
            return found;
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot read " + folder + ": " + failure.getMessage(), "", null, failure);
        }
    }

    /** A project's folder holds its project file, too. */
    private static boolean isPolicy(Path file) {
        String name = file.getFileName().toString();
        return ENDINGS.stream().anyMatch(name::endsWith)
                && !name.endsWith(TESTS)
                && !name.equals(PROJECT_FILE)
                && Files.isRegularFile(file);
    }

    private static Path testsBeside(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + TESTS);
    }

    private static AgentctlException missing(String message) {
        return new AgentctlException(ErrorCode.NOT_FOUND, message, "'agentctl policy init' writes a first one.");
    }
}
