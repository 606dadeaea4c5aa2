package io.agentctl.cli.policy;

import io.agentctl.control.authoring.NamedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads a file's name, and {@code token-cap} and {@code token-cap@3} where there is no such file. */
final class NamedPolicyConverter implements ITypeConverter<NamedPolicy> {

    @Override
    public NamedPolicy convert(String text) {
        Path file = Path.of(text);
        if (Files.exists(file) || text.endsWith(".yaml") || text.endsWith(".yml") || file.getNameCount() > 1) {
            return new NamedPolicy.OfFile(file);
        }
        VersionName version = new VersionName.Converter().convert(text);
        return new NamedPolicy.OfStore(version.policy(), version.number());
    }
}
