package io.agentctl.policies.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionEditsTest {

    @Test
    void aComparisonIsMovedByItsEdgeAndTurnedRound() {
        assertThat(mutated("a > b")).containsExactly("a >= b", "a <= b");
        assertThat(mutated("a==b")).containsExactly("a!=b");
    }

    @Test
    void connectivesAndWhatTheyConnectAreChanged() {
        assertThat(mutated("has(context.a) && f(b)"))
                .containsExactly("!(has(context.a)) && f(b)", "has(context.a) || f(b)", "has(context.a) && !(f(b))");
    }

    @Test
    void aNegationIsTakenAwayAndNotDoubled() {
        assertThat(mutated("!has(x.y)")).containsExactly("has(x.y)");
    }

    @Test
    void whatIsInBracketsIsReachedAndTheBracketsAreNot() {
        assertThat(mutated("(a || b)")).containsExactly("(!(a) || b)", "(a && b)", "(a || !(b))");
    }

    @Test
    void wholeNumbersMoveByOneAndDecimalsByATenth() {
        assertThat(mutated("a + 10")).contains("a + 11", "a + 9");
        assertThat(mutated("a + 0.5")).contains("a + 0.55", "a + 0.45");
        assertThat(mutated("a + 0")).contains("a + 1", "a + (-1)");
        assertThat(mutated("a + 0x1Fu")).contains("a + 0x20u");
    }

    @Test
    void stringsAndCommentsAreLeftAlone() {
        assertThat(mutated("a == \"x > 1 && \\\" !\" // b < 2")).containsExactly("a != \"x > 1 && \\\" !\" // b < 2");
        assertThat(mutated("a == r'\\' ")).containsExactly("a != r'\\' ");
        assertThat(mutated("a == '''it's > 1'''")).containsExactly("a != '''it's > 1'''");
    }

    private static List<String> mutated(String expression) {
        return ExpressionEdits.of(expression).stream()
                .map(edit -> edit.applyTo(expression))
                .toList();
    }
}
