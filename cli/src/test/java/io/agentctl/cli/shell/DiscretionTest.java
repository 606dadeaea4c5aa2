package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.option.Secret;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What of a line is written down. */
class DiscretionTest {

    private static final Pattern TELLING =
            Pattern.compile("header|token|password|passwd|secret|body|credential", Pattern.CASE_INSENSITIVE);

    private final TypedLines typed = new TypedLines();
    private final Discretion discretion = new Discretion(typed.grammar());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecs services",
                "ecs rightsize api --apply --yes",
                "use prod",
                "watch ecs services --every 1s",
                "perf load http://127.0.0.1:8080/health --rate 5",
                "policy eval --environment production",
                "ecs rightsize ?",
            })
    void linesWithoutSecretsAreKept(String line) {
        assertThat(discretion.mayKeep(line)).isTrue();
        assertThat(discretion.shown(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            textBlock =
                    """
            perf load http://h/ -H 'Authorization: Bearer x' | perf load http://h/ -H [withheld]
            perf load http://h/ -HAuthorization:x            | perf load http://h/ -H[withheld]
            perf load http://h/ --header='A: x'              | perf load http://h/ --header=[withheld]
            perf load http://h/ --body secret                | perf load http://h/ --body [withheld]
            watch perf load http://h/ --body secret          | watch perf load http://h/ --body [withheld]
            perf load http://user:pw@h/                      | perf load [withheld]
            perf load http://h/?token=x                      | perf load [withheld]
            runtime dispatch '{"intent": "x"}'               | runtime dispatch [withheld]
            policy eval --input '{"intent": "x"}'            | policy eval --input [withheld]
            perf load --heder 'A: x'                         | perf load [withheld] [withheld]
            ecs service                                      | ecs [withheld]
            """)
    void linesWithSecretsOrUnknownWordsAreNot(String line, String shown) {
        assertThat(discretion.mayKeep(line)).isFalse();
        assertThat(discretion.shown(line)).isEqualTo(shown);
    }

    /** Whoever adds an option that is called so says whether it holds a secret. */
    @Test
    void everyOptionThatIsNamedAfterASecretIsMarked() {
        List<String> unmarked = new ArrayList<>();
        visit(typed.program().root(), List.of(), unmarked);

        assertThat(unmarked).isEmpty();
    }

    private void visit(Noun noun, List<String> path, List<String> unmarked) {
        for (Entry entry : noun.entries().get()) {
            List<String> inner = new ArrayList<>(path);
            inner.add(entry.name());
            if (entry instanceof Noun group) {
                visit(group, inner, unmarked);
            } else {
                typed.program().spec(inner).args().stream()
                        .filter(argument ->
                                !argument.inherited() && argument.arity().max() > 0)
                        .filter(argument -> TELLING.matcher(named(argument)).find() && !marked(argument))
                        .forEach(argument -> unmarked.add(inner + " " + argument));
            }
        }
    }

    private static String named(ArgSpec argument) {
        String label = argument.paramLabel();
        return argument instanceof OptionSpec option ? String.join(" ", option.names()) + " " + label : label;
    }

    private static boolean marked(ArgSpec argument) {
        return argument.userObject() instanceof AnnotatedElement field && field.isAnnotationPresent(Secret.class);
    }
}
