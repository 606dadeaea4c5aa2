package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.agentctl.policies.document.Shape.Items;
import io.agentctl.policies.document.Shape.Members;
import io.agentctl.policies.document.Shape.Named;
import io.agentctl.policies.document.Shape.WordOr;
import io.agentctl.policies.library.PolicyLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicySchemaTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(PolicySchema.json());

    /** What the validator says about a policy in YAML; the reader's own nodes make JSON of it. */
    private static List<String> errors(String text) {
        return SCHEMA.validate(json(text)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode json(String text) {
        YamlNode tree =
                YamlTree.read(new SourceText("", text), new Findings("")).orElseThrow();
        return new ObjectMapper().valueToTree(ScalarValues.json(tree));
    }

    static Stream<String> valid() {
        return Stream.concat(
                Stream.of(PolicyReaderTest.FULL), PolicyLibrary.names().stream().map(PolicyLibrary::text));
    }

    @Test
    void theFilesThatAreShippedAreTheGeneratedSchema() throws IOException {
        Path committed = Path.of(PolicySchema.FILE);

        assertThat(Files.readString(committed))
                .as("after a change of DocumentShape: ./agentctl policy schema > policies/policy.schema.json")
                .isEqualTo(PolicySchema.json());
        try (InputStream resource = PolicySchema.class.getResourceAsStream("/" + PolicySchema.RESOURCE)) {
            assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(PolicySchema.json());
        }
    }

    @Test
    void theSchemaIsValidByTheMetaSchema() {
        JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

        assertThat(meta.validate(SCHEMA.getSchemaNode())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsAFullPolicyAndEveryPolicyOfTheLibrary(String text) {
        assertThat(errors(text)).isEmpty();
        assertThat(PolicyReader.read("p.yaml", text).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void anyOneMistakeIsRefusedByBoth(String text) {
        assertThat(ShapeMutants.of(DocumentShape.POLICY, json(text)))
                .hasSizeGreaterThan(50)
                .allSatisfy(wrong -> {
                    assertThat(errors(wrong.json())).as(wrong.mistake()).isNotEmpty();
                    assertThat(PolicyReader.read("p.yaml", wrong.json()).diagnostics())
                            .as(wrong.mistake())
                            .isNotEmpty();
                });
    }

    @Test
    void everyPolicyOfTheLibraryRefersToTheSchema() {
        assertThat(PolicyLibrary.names()).allSatisfy(name -> assertThat(PolicyLibrary.text(name))
                .startsWith(PolicySchema.modeline("../" + PolicySchema.FILE) + "\n"));
        assertThat(Path.of("library").resolve("../" + PolicySchema.FILE)).exists();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void acceptsWhatTheReaderAccepts(@ForAll("policies") String text) {
        assertThat(errors(text)).isEmpty();
    }

    @Provide
    Arbitrary<String> policies() {
        return PolicyTexts.any();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: Policy                   | kind: Polcy",
                "id: token-cap                  | id: Token Cap",
                "owner:                         | onwer:",
                "mode: warn                     | mode: enfroce",
                "effect: deny                   | effect: block",
                "nodes: 500                     | nodes: 0",
                "nodes: 500                     | nodes: many",
                "time: 5ms                      | time: 5",
                "type: duration                 | type: durration",
                "[/context/prompt]              | [/contxt/prompt]",
                "[call_reasoning, tool_*]       | []",
                "[call_reasoning, tool_*]       | [a, a]",
                "max_tokens: 8000               | max-tokens: 8000",
                "ticket: OPS-1                  | tickets: OPS-1",
                "expect: allow                  | expect: maybe",
            })
    void rejectsWhatTheReaderRejects(String right, String wrong) {
        String text = PolicyReaderTest.FULL.replace(right, wrong);

        assertThat(PolicyReader.read("p.yaml", text).diagnostics()).isNotEmpty();
        assertThat(errors(text)).isNotEmpty();
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(members(DocumentShape.POLICY))
                .allSatisfy(member -> assertThat(member.description()).endsWith("."));
    }

    private static Stream<Shape.Member> members(Shape shape) {
        return switch (shape) {
            case Members members ->
                members.keys().stream().flatMap(key -> Stream.concat(Stream.of(key), members(key.shape())));
            case Items items -> members(items.item());
            case Named named -> members(named.value());
            case WordOr choice -> members(choice.object());
            case Shape.Text ignored -> Stream.empty();
            case Shape.Choice ignored -> Stream.empty();
            case Shape.Whole ignored -> Stream.empty();
            case Shape.Period ignored -> Stream.empty();
            case Shape.Moment ignored -> Stream.empty();
            case Shape.Pointer ignored -> Stream.empty();
            case Shape.AnyObject ignored -> Stream.empty();
            case Shape.AnyParameterValue ignored -> Stream.empty();
        };
    }
}
