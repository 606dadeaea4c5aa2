package io.agentctl.runtime.policy;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.serving.LoadedPolicies;
import io.agentctl.policies.serving.PolicyLoader;
import io.agentctl.policies.serving.PolicyTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Policies of files and folders, for development. Read again when a text changed; a generation counts such changes. */
final class FilesLoader implements PolicyLoader {

    private static final String TESTS = ".tests.yaml";

    private final List<Path> roots;
    private final String environment;
    private final PolicyTexts texts;
    private Map<Path, String> known = Map.of();
    private long generation;

    FilesLoader(List<Path> roots, String environment, PolicyTexts texts) {
        this.roots = List.copyOf(roots);
        this.environment = environment;
        this.texts = texts;
    }

    @Override
    public Optional<LoadedPolicies> newer(long has) {
        Map<Path, String> found = read();
        if (found.equals(known) && has >= 0) {
            return Optional.empty();
        }
        List<CompiledPolicy> policies = new ArrayList<>();
        found.forEach((path, text) -> policies.add(texts.compile(path.toString(), text, "draft")));
        known = found;
        generation++;
        return Optional.of(new LoadedPolicies(PolicySet.of(environment, generation, policies), Optional.empty()));
    }

    private Map<Path, String> read() {
        Map<Path, String> found = new LinkedHashMap<>();
        for (Path root : roots) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.filter(FilesLoader::isPolicy).sorted().toList()) {
                    found.put(path, Files.readString(path));
                }
            } catch (IOException failed) {
                throw new PolicyException(
                        PolicyException.Kind.UNREACHABLE, "cannot read policies from " + root, "", failed);
            }
        }
        return found;
    }

    private static boolean isPolicy(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.endsWith(TESTS);
    }

    @Override
    public String description() {
        return "files " + roots;
    }
}
