package io.agentctl.policies.compile;

import static io.agentctl.policies.compile.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.OnError;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.ValueType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCompilerTest {

    /** What stands before the condition in {@link #read}: lines, and characters of its own line. */
    private static final int LINE = 5;

    private static final int COLUMN = 106;

    private static final String GUARD = "has(context.max_tokens) && ";

    /** The findings in a condition that is written in quotes, after {@link #COLUMN} characters of the sixth line. */
    private static List<Diagnostic> read(String when) {
        String text =
                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata: {id: p, owner: team}
                spec:
                  parameters: {cap: 1}
                  rules: [{id: uses, effect: allow, when: parameters.cap < request.hour}, {id: rule, effect: deny, when: "%s"}]
                """
                        .formatted(when.replace("\\", "\\\\").replace("\"", "\\\""));
        return new PolicyCompiler(InstantSource.fixed(PolicyFixture.NOW))
                .compile(PolicyReader.read("p.yaml", text), "1")
                .diagnostics();
    }

    /** Where a finding is in the condition, as line and column. */
    private static String place(Diagnostic finding) {
        return finding.position().line() - LINE + ":" + (finding.position().column() - COLUMN);
    }

    private static List<String> findings(PolicyFixture policy) {
        return policy.check().diagnostics().stream().map(Diagnostic::message).toList();
    }

    private static List<Code> codes(PolicyFixture policy) {
        return policy.check().diagnostics().stream().map(Diagnostic::code).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "context.maxtokens > 1 | 1:9 | there is no fact context.maxtokens. Did you mean max_tokens?",
                "context.colour == 'x' | 1:9"
                        + " | there is no fact context.colour; what has no declared type is in context.attributes.colour",
                "context.time > 3 | 1:9 | there is no fact context.time. Did you mean request.time?",
                "max_tokens > 1 | 1:1 | unknown name max_tokens. Did you mean context.max_tokens?",
                "contxt.tenant == 'x' | 1:1 | unknown name contxt. Did you mean context?",
                "request.hour > parameters.capp | 1:27 | the policy has no parameter capp. Did you mean cap?",
                "context.tenant.startWith('x') | 1:16 | unknown function startWith(). Did you mean startsWith?",
                "context.tools.exist(t, t == 'x') | 1:15 | unknown function exist(). Did you mean exists?",
                "context.max_tokens > 'a' | 1:20"
                        + " | cannot compare an int with a string; int(…) makes a number of a text",
                "context.tenant == null | 1:16"
                        + " | a declared fact is never null; whether it is stated, has(…) tells",
                "request.time > '2026-01-01' | 1:14 | cannot compare a timestamp with a string;"
                        + " timestamp('2026-01-31T00:00:00Z') makes one of a text",
                "request.hour && true | 1:14 | && needs what is true or false, and the left side is an int",
                "context.max_tokens | 1:1 | must give a bool, and gives int",
                "context.max_tokens > | 1:21 | something is missing at the end",
                "context.tenant = 'x' | 1:16 | to compare, write ==",
                "context.tenant and true | 1:16 | and is written &&",
                "context.tenant == \"x | 1:19 | the text that begins here has no closing quote",
                "request.hour > 1 ) | 1:18 | unexpected ); an operator is missing, or a parenthesis is too many",
                "request.hour > 99999999999999999999 | 1:16 | the number does not fit an integer of 64 bits",
                "request.time > timestamp('yesterday') | 1:26 | not an instant, such as 2026-01-31T00:00:00Z",
                "context == context | 1:1 | context is a scope, not a value: name a member, as in context.NAME"
            })
    void saysWhatIsWrongAndWhereInTheTermsOfTheAuthor(String when, String place, String message) {
        Diagnostic first = read(when).getFirst();

        assertThat(first.severity()).isEqualTo(Severity.ERROR);
        assertThat(place(first)).isEqualTo(place);
        assertThat(first.pointer()).isEqualTo("/spec/rules/1/when");
        assertThat(first.message()).isEqualTo(message);
    }

    @Test
    void listsEveryErrorOfEveryExpression() {
        Compilation compilation = policy("p")
                .deny("one", "context.tenat == contxt.x")
                .denyTelling("two", "true", "request.hour")
                .deny("three", "nope")
                .except("one", "nope", PolicyFixture.NOW.plusSeconds(1))
                .check();

        assertThat(compilation.policy()).isEmpty();
        assertThat(compilation.diagnostics())
                .extracting(Diagnostic::pointer)
                .containsExactlyInAnyOrder(
                        "/spec/rules/0/when",
                        "/spec/rules/0/when",
                        "/spec/rules/1/messageExpression",
                        "/spec/rules/2/when",
                        "/spec/exceptions/0/when");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request.hour > 10 && request.hour < 5",
                "request.hour > 5 && request.hour < 6",
                "request.hour == 5 && request.hour != 5",
                "request.hour == 5 && 6 == request.hour",
                "request.hour in [1, 2] && request.hour in [3, 4]",
                "!(request.hour > 3) && request.hour >= 4",
                "request.environment == 'a' && request.environment == 'b'",
                "request.hour > parameters.cap && request.hour < 5",
                "!(request.hour <= 3 || request.hour > 3)",
                "request.intent.startsWith('a') && !request.intent.startsWith('a')"
            })
    void findsConditionsThatContradictThemselves(String when) {
        assertThat(codes(policy("p").parameter("cap", ValueType.INT, 9L).deny("rule", when + " || parameters.cap < 0")))
                .doesNotContain(Code.CONTRADICTION);
        assertThat(codes(policy("p").parameter("cap", ValueType.INT, 9L).deny("rule", when)))
                .contains(Code.CONTRADICTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request.hour > 5 && request.hour < 7",
                "request.hour >= 5 && request.hour <= 5",
                "request.hour in [1, 2] && request.hour in [2, 3]",
                "request.hour > 5 || request.hour < 5",
                "request.environment == 'a' || request.environment == 'b'",
                "request.hour > 23 && request.size < 5"
            })
    void saysNothingOfConditionsThatCanBeTrue(String when) {
        assertThat(findings(policy("p").deny("rule", when))).isEmpty();
    }

    @Test
    void namesThePartsThatExcludeEachOther() {
        assertThat(findings(policy("p").deny("rule", "request.hour > 10 && request.size > 3 && request.hour < 5")))
                .containsExactly(
                        "the rule can never be true: request.hour > 10 and request.hour < 5 exclude each other");
    }

    @Test
    void findsRulesThatNeverDecide() {
        assertThat(findings(policy("p")
                        .deny("cap", "request.size > 8000")
                        .deny("same", "8000 < request.size")
                        .deny("tighter", "request.size > 9000 && request.hour == 3")
                        .deny("off", "false")
                        .deny("wider", "request.size > 7000")
                        .allow("beaten", "request.size == 9000")
                        .allow("contradicted", "request.size > 7000")
                        .allow("fine", "request.size <= 7000")))
                .containsExactlyInAnyOrder(
                        "the rule never decides: the rule cap has the same condition",
                        "the rule never decides: wherever it is true, the rule cap is true as well",
                        "the rule can never be true: it is always false",
                        "the rule never allows anything: wherever it is true, the rule cap denies",
                        "the rule wider denies under the same condition, and a denial wins");
    }

    @Test
    void ruleThatAnExceptionMaySilenceCoversNoOther() {
        assertThat(findings(policy("p")
                        .deny("cap", "request.size > 8000")
                        .deny("hard-cap", "request.size > 9000")
                        .except("cap", "request.hour == 3", PolicyFixture.NOW.plus(Duration.ofDays(1)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GUARD + "context.max_tokens > 1",
                "context.max_tokens > 1 && has(context.max_tokens)",
                "!has(context.max_tokens) || context.max_tokens > 1",
                "has(context.max_tokens) ? context.max_tokens > 1 : false",
                "!(!has(context.max_tokens) || context.max_tokens <= 1)",
                "'x' in context.attributes && context.attributes.x == 1",
                "has(context.attributes.x) && context.attributes['x'] == 1",
                "request.hour > 3"
            })
    void isContentWithFactsThatAreAskedFor(String when) {
        assertThat(findings(policy("p").deny("rule", when))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "context.max_tokens > 1, context.max_tokens, 9",
        "has(context.tenant) && context.max_tokens > 1, context.max_tokens, 32",
        "has(context.max_tokens) || context.max_tokens > 1, context.max_tokens, 36",
        "context.attributes.x == 1, context.attributes.x, 20"
    })
    void warnsOfFactsThatMayBeMissing(String when, String fact, int column) {
        Diagnostic found = read(when).getFirst();

        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.code()).isEqualTo(Code.UNGUARDED_FACT);
        assertThat(place(found)).isEqualTo("1:" + column);
        assertThat(found.message())
                .isEqualTo("a request without %1$s is denied with an error, whatever it asks for; write has(%1$s) && …"
                                .formatted(fact)
                        + " to let such requests pass here, or !has(%s) || … to deny them with this rule"
                                .formatted(fact));
        assertThat(findings(policy("p").onError(OnError.ALLOW).deny("rule", when)))
                .isEmpty();
        assertThat(findings(policy("p").mode(Mode.AUDIT).deny("rule", when))).isEmpty();
    }

    @Test
    void findsUnusedParametersAndExpiredExceptions() {
        PolicyFixture policy = policy("p")
                .parameter("used", ValueType.INT, 1L)
                .parameter("told", ValueType.STRING, "x")
                .parameter("unused", ValueType.INT, 1L)
                .denyTelling("rule", "request.hour > parameters.used", "parameters.told")
                .except("rule", "true", PolicyFixture.NOW);

        assertThat(policy.check().policy()).isEmpty();
        assertThat(policy.check().diagnostics())
                .extracting(Diagnostic::severity, Diagnostic::pointer)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Severity.WARNING, "/spec/parameters/unused"),
                        org.assertj.core.groups.Tuple.tuple(Severity.ERROR, "/spec/exceptions/0/expires"));
        assertThat(policy.compile().rules()).hasSize(1);
    }
}
