package io.agentctl.policies.document;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.document.Diagnostic.Code;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader must say to documents that are wrong. */
class PolicyRefusalTest {

    private static final String HEAD =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata: {id: p, owner: me}
            spec:
            """;

    private static final String SMALL = HEAD
            + """
              rules:
                - id: r
                  when: "true"
                  effect: allow
            """;

    private static List<String> findings(String text) {
        return PolicyReader.read("p.yaml", text).diagnostics().stream()
                .map(Diagnostic::text)
                .toList();
    }

    private static List<Code> codes(String text) {
        return PolicyReader.read("p.yaml", text).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    @Test
    void listsEveryFindingInTheOrderOfTheText() {
        String text =
                """
                apiVersion: agentctl.io/v2
                kind: Policy
                metadata:
                  id: Token Cap
                  onwer: me
                spec:
                  mode: enfroce
                  limits: {nodes: 0, time: 1h}
                  rules:
                    - id: a
                      wehn: "true"
                      effect: block
                    - id: a
                      when: "true"
                      effect: deny
                """;

        assertThat(findings(text))
                .containsExactly(
                        "p.yaml:1:13: error: 'agentctl.io/v2' is not agentctl.io/v1",
                        "p.yaml:4:3: error: 'owner' is missing",
                        "p.yaml:4:7: error: 'Token Cap' is not a policy's id: it matches [a-z][a-z0-9-]{0,62}",
                        "p.yaml:5:3: error: unknown key 'onwer'. Did you mean owner?",
                        "p.yaml:7:9: error: 'enfroce' is not enforce or warn or audit. Did you mean enforce?",
                        "p.yaml:8:19: error: 0 is not a whole number from 1 to 10000",
                        "p.yaml:8:28: error: it is more than nothing and at most 20ms",
                        "p.yaml:10:7: error: 'when' is missing",
                        "p.yaml:11:7: error: unknown key 'wehn'. Did you mean when?",
                        "p.yaml:12:15: error: 'block' is not allow or deny",
                        "p.yaml:13:11: error: id 'a' is given twice, first on line 10");
    }

    @Test
    void saysWhereYamlEnds() {
        assertThat(findings("apiVersion: agentctl.io/v1\nkind: \"Policy\nmetadata: {"))
                .singleElement()
                .asString()
                .startsWith("p.yaml:3:12: error: not YAML: found unexpected end of stream");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(findings("# nothing\n")).containsExactly("p.yaml:1:1: error: the file says nothing");
    }

    @Test
    void refusesAListAndAWord() {
        assertThat(findings("- a\n").getFirst()).contains("expected an object with the keys apiVersion, kind");
        assertThat(findings("a\n").getFirst()).contains("found a text");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(findings(SMALL + "---\n" + SMALL))
                .containsExactly("p.yaml:9:1: error: a second document begins here; a file holds one policy: put the"
                        + " other in a file of its own");
    }

    @Test
    void refusesKeysThatAreGivenTwice() {
        assertThat(findings(SMALL + "kind: Policy\n"))
                .containsExactly("p.yaml:9:1: error: 'kind' is given twice, first on line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when: &a 'true'      | &a: anchors are not read here: leave it out",
                "when: *a             | *a: aliases are not read here: write the value out",
                "when: !!str true     | !str: tags are not read here: leave it out",
                "when: !java.net.URL x| !java.net.URL: tags are not read here: leave it out",
                "<<: *a               | *a: aliases are not read here: write the value out",
                "? [a, b]             | a key is a word, not a list or an object",
                "when: true           | expected an expression in quotes, found true",
                "when: 5              | expected an expression in quotes, found 5",
                "when: [a]            | expected an expression, found a list",
                "when:                | expected an expression, found nothing",
                "when: ''             | an expression is empty",
            })
    void refusesWhatIsNotPlainYaml(String line, String message) {
        String text = HEAD + "  rules:\n    - id: r\n      effect: allow\n      " + line + "\n";

        assertThat(findings(text)).anyMatch(finding -> finding.endsWith(message));
    }

    @Test
    @Timeout(2)
    void refusesAnAliasBombBeforeItExpands() {
        String bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range('b', 'z')
                        .mapToObj(c -> "%c: &%c [%s]%n".formatted(c, c, ("*" + (char) (c - 1) + ", ").repeat(9) + "x"))
                        .collect(joining());

        assertThat(codes(bomb)).contains(Code.SYNTAX);
    }

    @Test
    @Timeout(2)
    void refusesDeepNestingAtOnce() {
        assertThat(findings("[".repeat(60_000))).containsExactly("p.yaml:1:34: error: nested more than 32 levels deep");
        assertThat(findings("a: {".repeat(15_000))).hasSize(1);
        assertThat(findings("- ".repeat(30_000))).hasSize(1);
        assertThat(findings("? ".repeat(30_000))).isNotEmpty();
    }

    @Test
    @Timeout(2)
    void refusesWhatIsTooLarge() {
        assertThat(findings("#".repeat(65_537)))
                .containsExactly("p.yaml:1:1: error: 65,537 bytes, and at most 65,536 are read");
        assertThat(findings("# " + "é".repeat(33_000)).getFirst()).contains("66,002 bytes");
        String rules = IntStream.range(0, 201)
                .mapToObj("    - {id: r%d, when: 'true', effect: allow}\n"::formatted)
                .collect(joining());
        assertThat(findings(HEAD + "  rules:\n" + rules))
                .containsExactly("p.yaml:206:7: error: 201 items, and at most 200 are read");
        String expression = "a".repeat(4_097);
        assertThat(findings(HEAD + "  rules:\n    - {id: r, when: " + expression + ", effect: allow}\n"))
                .containsExactly("p.yaml:6:21: error: 4,097 characters, and an expression has at most 4,096");
    }

    @Test
    void refusesControlCharactersAndLoneSurrogates() {
        assertThat(findings("kind: a\u0007"))
                .containsExactly("p.yaml:1:8: error: the character U+0007 cannot be in a policy");
        assertThat(findings("kind: \ud800")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5: 1                                      | '5' is not a parameter's name: letters, digits and"
                        + " underscores",
                "max-tokens: 1                             | 'max-tokens' is not a parameter's name: letters, digits"
                        + " and underscores",
                "a:                                        | expected a value, found nothing",
                "a: yes                                    | yes is read as a text: quote it, or write true, false or"
                        + " a decimal number",
                "a: 0x1F                                   | 0x1F is read as a text: quote it, or write true, false or"
                        + " a decimal number",
                "a: 010                                    | 010 is read as a text: quote it, or write true, false or"
                        + " a decimal number",
                "a: []                                     | {type: list(string), default: []}",
                "a: [1, b]                                 | {type: list(string), default: []}",
                "a: [[1]]                                  | {type: list(string), default: []}",
                "a: {type: int, default: 1.5}              | expected int, such as 8000",
                "a: {type: string, default: 5}             | expected string, such as \"premium\"",
                "a: {type: duration, default: soon}        | expected duration, such as 5m",
                "a: {type: timestamp, default: 2027-01-31} | expected timestamp, such as 2027-01-31T00:00:00Z",
                "a: {type: list(int), default: [a]}        | expected list(int), such as [6, 7]",
                "a: {type: strin, default: a}              | Did you mean string?",
                "a: {type: int}                            | 'default' is missing",
            })
    void refusesParameters(String line, String message) {
        assertThat(findings(SMALL + "  parameters:\n    " + line + "\n"))
                .singleElement()
                .asString()
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redact: [/contxt/prompt]                 | '/contxt/prompt' masks nothing: what can be masked is"
                        + " under /context",
                "redact: [context.prompt]                 | 'context.prompt' is not a JSON pointer such as"
                        + " /context/prompt",
                "redact: [/context/a~2]                   | is not a JSON pointer such as /context/prompt",
                "redact: [/context/a, /context/a]         | '/context/a' is given twice, first on line",
                "match: {intents: []}                     | the list is empty: it needs an item at least",
                "match: {intents: [a*b]}                  | 'a*b' is not an intent",
                "match: {environments: prod}              | expected a list, found a text",
                "exceptions: [{rule: r, when: x, expires: 2027-01-31T00:00:00Z, ticket: T}]  | rule 'r' allows, and"
                        + " only denials are waived",
                "exceptions: [{rule: q, when: x, expires: 2027-01-31T00:00:00Z, ticket: T}]  | there is no rule 'q'."
                        + " Did you mean r?",
                "exceptions: [{rule: r, when: x, expires: 2027-01-31, ticket: T}]            | '2027-01-31' is not a"
                        + " time with a zone, such as 2027-01-31T00:00:00Z",
                "exceptions: [{rule: r, when: x, expires: 2027-01-31T00:00:00Z}]             | 'ticket' is missing",
            })
    void refusesTheRestOfASpec(String line, String message) {
        assertThat(findings(SMALL + "  " + line + "\n")).anyMatch(finding -> finding.contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: t, input: {intent: a}, expect: maybe}                     | 'maybe' is not allow or deny",
                "{name: t, input: {intent: a}, expect: {effect: deny, rule: rr}}  | there is no rule 'rr'. Did you"
                        + " mean r?",
                "{name: t, input: {intent: a}, parameters: {x: 1}, expect: deny}  | there is no parameter 'x'",
                "{name: t, input: {intnet: a}, expect: deny}                      | unknown key 'intnet'. Did you mean"
                        + " intent?",
                "{name: t, input: {intent: a, time: noon}, expect: deny}          | 'noon' is not a time with a zone",
                "{name: t, input: {intent: a, context: 5}, expect: deny}          | expected an object, found 5",
                "{name: t, expect: deny}                                          | 'input' is missing",
            })
    void refusesTests(String test, String message) {
        assertThat(findings(SMALL + "tests:\n  - " + test + "\n")).anyMatch(finding -> finding.contains(message));
    }

    @Test
    void refusesTwoTestsOfOneName() {
        String test = "  - {name: t, input: {intent: a}, expect: allow}\n";

        assertThat(findings(SMALL + "tests:\n" + test + test))
                .containsExactly("p.yaml:11:12: error: name 't' is given twice, first on line 10");
    }

    @Test
    void readsADocumentAtTheLimitsQuickly() {
        String rules = IntStream.range(0, 200)
                .mapToObj("    - {id: r%d, when: 'true', effect: allow}\n"::formatted)
                .collect(joining());
        String text = HEAD + "  rules:\n" + rules + "#" + " ".repeat(50_000) + "\n";
        PolicyReader.read("p.yaml", text);
        long start = System.nanoTime();

        PolicySource source = PolicyReader.read("p.yaml", text);

        assertThat(source.diagnostics()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
}
