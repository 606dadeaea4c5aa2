package io.agentctl.control.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A result that was kept is read again as it was, or refused with the place that is wrong. */
class LoadResultReaderTest {

    @Test
    void whatWasWrittenIsReadAgain() {
        String json = RecordTree.document(SomeResult.typical()).toString();

        assertThat(LoadResultReader.read("result.json", json)).isEqualTo(SomeResult.typical());
    }

    @Test
    void anotherDocumentIsRefused() {
        assertThat(refusal("{\"schemaVersion\": 1, \"services\": []}")).contains("no result of a load test");
        assertThat(refusal("[]")).contains("no result of a load test");
        assertThat(refusal("")).contains("no result of a load test");
        assertThat(refusal("summary:\n total 5")).startsWith("result.json:1:").contains("not JSON");
    }

    @Test
    void whatANewerVersionWroteIsRefused() {
        assertThat(changed(tree -> tree.put("schemaVersion", 2))).contains("was written by a newer agentctl");
    }

    @Test
    void aMemberThatIsWrongIsNamed() {
        assertThat(changed(tree -> tree.remove("total"))).contains("/total is missing");
        assertThat(changed(tree -> tree.put("verdict", "fine"))).contains("/verdict is not known here");
        assertThat(changed(tree -> tree.withObject("/total/counts").put("sent", 0.5)))
                .contains("/total/counts/sent is no whole number");
    }

    @Test
    void aDamagedHistogramIsNamed() {
        assertThat(changed(tree -> tree.withObject("/total/latency").put("histogram", "AAAA")))
                .contains("/total/latency")
                .contains("histogram cannot be read");
        assertThat(changed(tree -> tree.withObject("/total/latency").put("count", 7)))
                .contains("/total/latency: the histogram has 500, not 7");
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        AgentctlException refused = catchThrowableOfType(
                AgentctlException.class, () -> LoadResultReader.read(Path.of("/nowhere/result.json")));

        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused.advice()).contains("agentctl perf load");
    }

    private static String changed(Consumer<ObjectNode> change) {
        ObjectNode tree = RecordTree.document(SomeResult.typical());
        change.accept(tree);
        return refusal(tree.toString());
    }

    private static String refusal(String json) {
        AgentctlException refused =
                catchThrowableOfType(AgentctlException.class, () -> LoadResultReader.read("result.json", json));
        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_DOCUMENT);
        return refused.getMessage();
    }
}
