package io.agentctl.control.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> SERVICES = List.of("api", "reasoning", "governance-sync");

    @Test
    void aSwappedPairOfLettersIsOneEdit() {
        assertThat(Suggestions.sentence("reasonign", SERVICES)).isEqualTo("Did you mean reasoning?");
    }

    @Test
    void aPartOfANameIsNear() {
        assertThat(Suggestions.near("governance", SERVICES)).containsExactly("governance-sync");
    }

    @Test
    void severalNearNamesAreAllOffered() {
        assertThat(Suggestions.sentence("apx", List.of("api", "apo", "app", "other")))
                .isEqualTo("Did you mean api, apo or app?");
    }

    @Test
    void nothingNearGivesNoSentence() {
        assertThat(Suggestions.sentence("zzzzzz", SERVICES)).isEmpty();
    }
}
