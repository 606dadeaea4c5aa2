package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.Explainer;
import io.agentctl.policies.fact.Fact;
import io.agentctl.policies.fact.FactCatalog;
import io.agentctl.policies.testing.Mutants;
import io.agentctl.policies.testing.PolicyTestRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the guide to what it speaks about. */
class PolicyGuideTest {

    private static final String GUIDE = read(Path.of("../docs/policies.md"));
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(# yaml-language-server.*?)```", Pattern.DOTALL);

    private static final DecisionEngine ENGINE = new DecisionEngine();
    private static final PolicyCompiler COMPILER =
            new PolicyCompiler(InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z")));
    private static final PolicyTestRunner RUNNER = new PolicyTestRunner(COMPILER, ENGINE, new Explainer(ENGINE));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyKeyIsListedWithItsDefaultAndRange() {
        assertThat(GUIDE).contains(KeyTable.markdown() + "\n\n");
    }

    @Test
    void everyFactIsListedWithItsType() {
        String table = FactCatalog.all().stream()
                .map(PolicyGuideTest::row)
                .collect(Collectors.joining(
                        "\n", "| fact | type | always there | what it is |\n| --- | --- | --- | --- |\n", "\n\n"));

        assertThat(GUIDE).contains(table);
    }

    private static String row(Fact fact) {
        return "| `%s` | %s | %s | %s |"
                .formatted(fact.path(), fact.type().text(), fact.always() ? "yes" : "no", fact.description());
    }

    @Test
    void theExampleIsSoundTestedAndLaidOutAsItShouldBe() {
        Matcher example = EXAMPLE.matcher(GUIDE);
        assertThat(example.find()).isTrue();
        String policy = example.group(1);
        PolicySource source = PolicyReader.read("guide.yaml", policy);

        assertThat(COMPILER.compile(source, "draft").diagnostics()).isEmpty();
        assertThat(RUNNER.run(source).failures()).isEmpty();
        assertThat(new Mutants(RUNNER, COMPILER, ENGINE).of(source).survivors()).isEmpty();
        assertThat(PolicyFormatter.format(policy)).isEqualTo(policy);
    }
}
