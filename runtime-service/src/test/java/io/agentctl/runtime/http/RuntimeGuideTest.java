package io.agentctl.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.runtime.Guide;
import io.agentctl.runtime.backend.BackendSettings;
import io.agentctl.runtime.backend.BackendTarget;
import io.agentctl.runtime.backend.PoolSettings;
import io.agentctl.runtime.backend.SettingsException;
import io.agentctl.runtime.configuration.ConfigurationException;
import io.agentctl.runtime.configuration.ConfigurationReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the guide to what the code reads and answers. */
class RuntimeGuideTest {

    private static final Guide GUIDE = Guide.read();
    private static final List<String> SECTIONS = List.of("server", "limits", "policies", "aws", "telemetry");
    private static final Pattern KNOWN = Pattern.compile("nonsense; it has (.*)$");

    /** What reading a key that nobody knows says that there is. */
    private static Set<String> known(Supplier<?> reading, Class<? extends RuntimeException> refusal) {
        Matcher matcher =
                KNOWN.matcher(catchThrowableOfType(refusal, reading::get).getMessage());
        assertThat(matcher.find()).isTrue();
        return new TreeSet<>(List.of(matcher.group(1).split(", ")));
    }

    private static Object read(String text) {
        return ConfigurationReader.read("runtime.yaml", text);
    }

    private static Map<String, String> defaults(List<List<String>> rows) {
        return rows.stream().collect(Collectors.toMap(List::getFirst, row -> row.get(1)));
    }

    @Test
    void everyKeyOfTheConfigurationIsListed() {
        Stream<String> inSections = SECTIONS.stream()
                .flatMap(
                        section -> known(() -> read(section + ": {nonsense: 1}"), ConfigurationException.class).stream()
                                .map(key -> section + "." + key));
        Stream<String> own = known(() -> read("nonsense: 1"), ConfigurationException.class).stream()
                .filter(key -> !SECTIONS.contains(key));

        assertThat(defaults(GUIDE.table("key", "default", "range")).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(inSections, own).toList());
    }

    @Test
    void theDefaultsOfTheConfigurationAreAsTheyAre() {
        Object usual = read("");

        defaults(GUIDE.table("key", "default", "range")).forEach((key, value) -> {
            int dot = key.indexOf('.');
            boolean stated = !value.contains(" ") && !value.contains("$") && !value.equals("none");
            if (stated) {
                String text = dot < 0
                        ? key + ": " + value
                        : key.substring(0, dot) + ": {" + key.substring(dot + 1) + ": " + value + "}";
                assertThat(read(text)).as(text).isEqualTo(usual);
            }
        });
    }

    @Test
    void everySettingOfBackEndsIsListedWithItsDefault() {
        Map<String, String> stated = defaults(GUIDE.table("setting", "default", "what it is"));
        Map<String, String> values = new HashMap<>(stated);
        values.remove("slowCall");

        assertThat(stated.keySet())
                .isEqualTo(known(
                        () -> BackendSettings.read("x", "echo:", Map.of("nonsense", "1")), SettingsException.class));
        assertThat(BackendSettings.read("x", "echo:", values))
                .isEqualTo(BackendSettings.usual("x", new BackendTarget.Echo()));
    }

    @Test
    void everySettingOfConnectionsIsListedWithItsDefault() {
        Guide after = new Guide(GUIDE.text().substring(GUIDE.text().indexOf("`connections` has")));
        Map<String, String> stated = defaults(after.table("setting", "default", "what it is"));

        assertThat(stated.keySet())
                .isEqualTo(known(() -> PoolSettings.read(Map.of("nonsense", "1")), SettingsException.class));
        assertThat(PoolSettings.read(stated)).isEqualTo(PoolSettings.USUAL);
    }

    @Test
    void everyKindOfProblemIsListedWithItsStatus() {
        assertThat(defaults(GUIDE.table("problem", "status", "when")))
                .isEqualTo(Arrays.stream(Problem.Kind.values())
                        .collect(Collectors.toMap(Problem.Kind::slug, kind -> Integer.toString(kind.status()))));
    }

    @Test
    void theExampleCanBeRead() {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(GUIDE.text());
        assertThat(example.find()).isTrue();

        assertThatCode(() -> read(example.group(1))).doesNotThrowAnyException();
    }
}
