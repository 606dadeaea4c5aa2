package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFuzzSeedsTest {

    @ParameterizedTest
    @MethodSource("io.agentctl.policies.document.PolicyFuzz#seeds")
    void noSeedCrashesOrHangs(byte[] document) {
        assertThatCode(() -> PolicyFuzz.judge(document)).doesNotThrowAnyException();
    }
}
