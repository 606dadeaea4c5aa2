package io.agentctl.plane.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "*, '', true",
        "a, a, true",
        "a, A, false",
        "a, ab, false",
        "a*, abc, true",
        "*c, abc, true",
        "a*c, abcbc, true",
        "a*c, abcb, false",
        "a**c, ac, true",
        "a.c, abc, false",
        "[a], a, false",
        "ecs-service:main/*, ecs-service:main/api, true",
        "ecs-service:main/*, ecs-service:main2/api, false",
        "ecs-service:main/*, x-ecs-service:main/api, false"
    })
    void aStarIsAnything(String pattern, String text, boolean fits) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(fits);
    }

    @Test
    void blankOnesAreMistakes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Glob(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Glob(" a"));
    }

    /** With a regular expression this would take years. */
    @Test
    @Timeout(20)
    void manyStarsCostLittle() {
        Glob glob = new Glob("*a".repeat(20) + "*b");

        assertThat(glob.matches("a".repeat(5_000))).isFalse();
    }
}
