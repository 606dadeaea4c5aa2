package io.agentctl.control.performance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.performance.scenario.Template.Escape;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is filled in stays where it was put. */
class TemplateTest {

    private static final Map<String, String> ROW = Map.of("name", "a \"b\"\r\n&c/ü");

    @Test
    void valuesAreEscapedAsTheirSurroundingsNeedIt() {
        assertThat(fill("{\"n\": \"{{name}}\"}", Escape.JSON)).isEqualTo("{\"n\": \"a \\\"b\\\"\\u000d\\u000a&c/ü\"}");
        assertThat(fill("/x?n={{name}}", Escape.URL)).isEqualTo("/x?n=a%20%22b%22%0D%0A%26c%2F%C3%BC");
        assertThat(fill("{{name}}", Escape.HEADER)).isEqualTo("a \"b\"  &c/ ");
        assertThat(fill("{{ index }}-{{name}}", Escape.NONE)).startsWith("7-a ");
    }

    @Test
    void aTextWithoutPlacesIsTheSameEachTime() {
        assertThat(Template.of("{\"a\": {\"b\": 1}}", Escape.JSON).constant()).isTrue();
    }

    @Test
    void aPlaceThatIsNotInTheDataIsNamed() {
        assertThatThrownBy(() -> Template.of("{{nmae}}", Escape.NONE).check(Set.of("name")))
                .hasMessage("{{nmae}} is not in the data, which has name");
    }

    private static String fill(String text, Escape escape) {
        return Template.of(text, escape).fill(7, ROW);
    }
}
