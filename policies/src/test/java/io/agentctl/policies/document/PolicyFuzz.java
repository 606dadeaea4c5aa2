package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agentctl.policies.PolicyException;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.library.PolicyLibrary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a document holds, reading, formatting and compiling it end with findings or a policy, and soon. The extended
 * run looks for a document that does not, for a minute; {@link PolicyFuzzSeedsTest} judges what it starts from in every
 * run.
 */
@Tag("extended")
class PolicyFuzz {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final PolicyCompiler COMPILER =
            new PolicyCompiler(InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")));

    static Stream<byte[]> seeds() {
        Stream<String> hostile = Stream.of(
                "",
                "{",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "a: &a [*a]",
                "? - x\n: !!binary y\n---\n...",
                "spec: {rules: [{id: r, when: \"[1].map(x, [1].map(y, x + y))\", effect: deny}]}",
                PolicyReaderTest.FULL.replace("\n", "\r\n"),
                PolicyReaderTest.FULL.replace("\"true\"", ">-\n          true\n          && 'a' in ['a']"));
        Stream<String> sound = PolicyLibrary.names().stream().map(PolicyLibrary::text);
        return Stream.of(Stream.of(PolicyReaderTest.FULL), hostile, sound)
                .flatMap(texts -> texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void noDocumentCrashesOrHangs(byte[] document) {
        judge(document);
    }

    static void judge(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        long start = System.nanoTime();

        PolicySource source = PolicyReader.read("p.yaml", text);
        source.diagnostics().forEach(finding -> source.positionWithin(finding.pointer(), 1, 3));
        assertThat(source.document().isPresent()).isEqualTo(source.diagnostics().isEmpty());
        format(text, source);
        COMPILER.compile(source, "draft");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    private static void format(String text, PolicySource source) {
        try {
            String once = PolicyFormatter.format(text);
            assertThat(PolicyFormatter.format(once)).isEqualTo(once);
            PolicySource after = PolicyReader.read("p.yaml", once);
            assertThat(after.document().map(CanonicalForm::digest))
                    .isEqualTo(source.document().map(CanonicalForm::digest));
        } catch (PolicyException e) {
            assertThat(source.diagnostics()).isNotEmpty();
        }
    }
}
