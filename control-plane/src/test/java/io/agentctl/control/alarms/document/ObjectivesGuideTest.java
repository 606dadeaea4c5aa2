package io.agentctl.control.alarms.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.alarms.document.MonitoringFiles.Text;
import io.agentctl.control.slo.document.Annotations;
import io.agentctl.control.slo.document.MetricForm;
import io.agentctl.control.yaml.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guide's tables name what the reader takes, and its example is right. */
class ObjectivesGuideTest {

    private static final Path GUIDE = Path.of("../docs/objectives.md");
    private static final String FENCE = "```";

    private static List<String> keys(String section) throws IOException {
        String text = Files.readString(GUIDE);
        String part = text.substring(text.indexOf("### " + section));
        return part.lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }

    @Test
    void theTablesNameEveryKey() throws IOException {
        List<String> annotations = new ArrayList<>(Annotations.OF_OBJECTIVES);
        annotations.addAll(Annotations.OF_CONDITIONS);

        assertThat(keys("A metric")).isEqualTo(MetricForm.KEYS);
        assertThat(keys("An alarm")).isEqualTo(AlarmReader.SPEC);
        assertThat(keys("Annotations")).isEqualTo(annotations);
    }

    @Test
    void theExampleIsRight() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(FENCE + "yaml\n") + (FENCE + "yaml\n").length();
        String example = guide.substring(begin, guide.indexOf(FENCE, begin));

        MonitoringReader.Result result = new MonitoringReader(
                        new Placeholders(Map.of("project", "acme", "cluster", "acme")))
                .read(List.of(new Text("slos.yaml", example)));

        assertThat(result.findings()).isEmpty();
        assertThat(result.objectives()).hasSize(1);
        assertThat(result.alarms()).hasSize(1);
    }
}
