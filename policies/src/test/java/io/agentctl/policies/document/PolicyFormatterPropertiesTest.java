package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class PolicyFormatterPropertiesTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void formattingTwiceIsFormattingOnce(@ForAll("policies") String text) {
        String once = PolicyFormatter.format(text);

        assertThat(PolicyFormatter.format(once)).isEqualTo(once);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void formattingChangesNothingThatAPolicySaysAndLosesNoComment(@ForAll("policies") String text) {
        PolicySource before = PolicyReader.read("p.yaml", text);

        String formatted = PolicyFormatter.format(text);

        PolicySource after = PolicyReader.read("p.yaml", formatted);
        assertThat(before.diagnostics()).isEmpty();
        assertThat(after.diagnostics()).isEmpty();
        assertThat(after.document()).isEqualTo(before.document());
        assertThat(CanonicalForm.of(after.document().orElseThrow()))
                .isEqualTo(CanonicalForm.of(before.document().orElseThrow()));
        assertThat(formatted.lines().filter(line -> line.contains("# ")).count())
                .isGreaterThanOrEqualTo(
                        text.lines().filter(line -> line.contains("# note")).count());
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsFormattedIsInCanonicalOrder(@ForAll("policies") String text) {
        String formatted = PolicyFormatter.format(text);

        assertThat(formatted
                        .lines()
                        .filter(line -> line.matches("[a-zA-Z]+:.*"))
                        .map(line -> line.replaceAll(":.*", "")))
                .containsExactly("apiVersion", "kind", "metadata", "spec", "tests");
    }

    @Provide
    Arbitrary<String> policies() {
        return PolicyTexts.any();
    }
}
