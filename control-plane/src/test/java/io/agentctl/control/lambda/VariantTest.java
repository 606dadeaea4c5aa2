package io.agentctl.control.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.race.LambdaSize;
import org.junit.jupiter.api.Test;

/** Variants are known again by their texts. */
class VariantTest {

    @Test
    void textsNameWhatDiffers() {
        LambdaSize arm = new LambdaSize(512, Architecture.ARM64);

        assertThat(Variant.of(arm, Architecture.ARM64, 1)).hasToString("512");
        assertThat(Variant.of(arm, Architecture.X86_64, 1)).hasToString("512-arm64");
        assertThat(Variant.of(arm, Architecture.X86_64, 3)).hasToString("512-arm64-3");
    }

    @Test
    void whatWasWrittenIsRead() {
        for (String text : new String[] {"128", "10240-x86_64", "512-2", "512-arm64-12"}) {
            assertThat(Variant.parse(text)).hasToString(text);
        }
        assertThatIllegalStateException().isThrownBy(() -> Variant.parse("512-mips"));
    }
}
