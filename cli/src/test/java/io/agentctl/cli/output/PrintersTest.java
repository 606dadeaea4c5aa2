package io.agentctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agentctl.cli.option.Flags.OutputFlags;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Money;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintersTest {

    private record Size(int cpu, Money monthlyCost) {}

    private record Service(String name, Size current, List<String> reasons, Optional<String> note) {}

    private record Services(String cluster, List<Service> services) {}

    private static final Services RESULT = new Services(
            "main",
            List.of(
                    new Service("api", new Size(1024, Money.ofUsd(36.04)), List.of("cpu", "memory"), Optional.empty()),
                    new Service(
                            "worker-of-the-night", new Size(256, Money.ofUsd(9)), List.of(), Optional.of("a, \"b\""))));

    private static String print(OutputFormat format, String query, OptionalInt screen, Theme theme) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Document document = Document.ofRows(RESULT, "services", page -> {
            page.line("cluster " + RESULT.cluster());
            page.table(
                    RESULT.services(),
                    List.of(
                            Column.text("SERVICE", Service::name),
                            Column.number(
                                    "CPU",
                                    service ->
                                            Integer.toString(service.current().cpu())),
                            Column.toned(
                                    "NOTE", service -> new Cell(service.note().orElse("-"), Tone.WARNING)),
                            Column.wide(
                                    "COST",
                                    service -> service.current().monthlyCost().toString())));
        });
        Printers.printer(new OutputFlags(format, Optional.ofNullable(query)), writer, theme, screen)
                .print(document);
        writer.flush();
        return out.toString();
    }

    private static String print(OutputFormat format) {
        return print(format, null, OptionalInt.empty(), Theme.PLAIN);
    }

    @Test
    void tableAlignsNumbersRightAndTextLeft() {
        assertThat(print(OutputFormat.TABLE))
                .isEqualTo(
                        """
                cluster main
                SERVICE               CPU  NOTE
                api                  1024  -
                worker-of-the-night   256  a, "b"
                """);
    }

    @Test
    void wideHasMoreColumns() {
        assertThat(print(OutputFormat.WIDE))
                .isEqualTo(
                        """
                cluster main
                SERVICE               CPU  NOTE    COST
                api                  1024  -       $36.04
                worker-of-the-night   256  a, "b"  $9.00
                """);
    }

    @Test
    void aTableIsCutToTheTerminal() {
        assertThat(print(OutputFormat.TABLE, null, OptionalInt.of(24), Theme.PLAIN))
                .isEqualTo(
                        """
                cluster main
                SERVICE      CPU  NOTE
                api         1024  -
                worker-of…   256  a, "b"
                """);
    }

    @Test
    void coloursDoNotDisturbTheAlignment() {
        String coloured = print(OutputFormat.TABLE, null, OptionalInt.empty(), new Theme(true, true));

        assertThat(coloured).contains("\u001b[33ma, \"b\"\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(print(OutputFormat.TABLE));
    }

    @Test
    void jsonIsTheContract() {
        assertThat(print(OutputFormat.JSON))
                .isEqualTo(
                        """
                {
                  "schemaVersion": 1,
                  "cluster": "main",
                  "services": [
                    {
                      "name": "api",
                      "current": {
                        "cpu": 1024,
                        "monthlyCost": 36.04
                      },
                      "reasons": [
                        "cpu",
                        "memory"
                      ]
                    },
                    {
                      "name": "worker-of-the-night",
                      "current": {
                        "cpu": 256,
                        "monthlyCost": 9
                      },
                      "reasons": [],
                      "note": "a, \\"b\\""
                    }
                  ]
                }
                """);
    }

    @Test
    void yamlIsTheSameTree() {
        assertThat(print(OutputFormat.YAML))
                .isEqualTo(
                        """
                schemaVersion: 1
                cluster: main
                services:
                - name: api
                  current:
                    cpu: 1024
                    monthlyCost: 36.04
                  reasons:
                  - cpu
                  - memory
                - name: worker-of-the-night
                  current:
                    cpu: 256
                    monthlyCost: 9
                  reasons: []
                  note: "a, \\"b\\""
                """);
    }

    @Test
    void jsonLinesIsARowALine() {
        assertThat(print(OutputFormat.JSONL))
                .isEqualTo(
                        """
                {"name":"api","current":{"cpu":1024,"monthlyCost":36.04},"reasons":["cpu","memory"]}
                {"name":"worker-of-the-night","current":{"cpu":256,"monthlyCost":9},"reasons":[],"note":"a, \\"b\\""}
                """);
    }

    @Test
    void csvNamesNestedFieldsWithDotsAndQuotesWhatNeedsIt() {
        assertThat(print(OutputFormat.CSV))
                .isEqualTo(String.join(
                        "\r\n",
                        "name,current.cpu,current.monthlyCost,reasons,note",
                        "api,1024,36.04,cpu;memory,",
                        "worker-of-the-night,256,9,,\"a, \"\"b\"\"\"",
                        ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            TABLE | cluster                            | main\\n
            TABLE | services[].name                    | api\\nworker-of-the-night\\n
            TABLE | services[].[name, current.cpu]     | api\\t1024\\nworker-of-the-night\\t256\\n
            TABLE | nothing                            | ~~
            TABLE | sum(services[].current.cpu)        | 1280\\n
            TABLE | services[0].current                | FIELD        VALUE\\ncpu          1024\\nmonthlyCost  36.04\\n
            TABLE | services[].current                 | cpu   monthlyCost\\n1024  36.04\\n256   9\\n
            JSON  | services[1].current.monthlyCost    | 9\\n
            JSONL | services[].name                    | "api"\\n"worker-of-the-night"\\n
            CSV   | services[].{n: name}               | n\\r\\napi\\r\\nworker-of-the-night\\r\\n
            """)
    void aQueryPicksAPart(OutputFormat format, String query, String expected) {
        String unescaped = expected.translateEscapes();

        assertThat(print(format, query, OptionalInt.empty(), Theme.PLAIN)).isEqualTo(unescaped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            services[?name    | at column 15
            services[].foo(@) | foo
            length(`1`)       | length
            """)
    void aBadQueryIsRefused(String query, String said) {
        assertThatExceptionOfType(AgentctlException.class)
                .isThrownBy(() -> print(OutputFormat.JSON, query, OptionalInt.empty(), Theme.PLAIN))
                .withMessageContaining(said)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void controlCharactersNeverReachTheTerminal() {
        assertThat(Cell.of("a\u001b[2Jb\nc").text()).isEqualTo("a [2Jb c");
    }
}
