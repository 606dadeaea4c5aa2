package io.agentctl.control.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A report that was saved is read again as it was, or refused with the place that is wrong. */
class SweepReportReaderTest {

    @Property(tries = 500)
    void whatWasWrittenIsReadAgain(@ForAll("reports") SweepReport report) {
        String json = RecordTree.document(report).toString();

        assertThat(SweepReportReader.read("sweep.json", json)).isEqualTo(report);
    }

    @Provide
    Arbitrary<SweepReport> reports() {
        return Arbitraries.randomValue(GeneratedReports::any);
    }

    @Example
    void whatIsNoJsonIsRefusedWithLineAndColumn() {
        assertThat(refusal("{\"schemaVersion\": 1,\n oops"))
                .startsWith("sweep.json:2:")
                .contains("it is not JSON");
        assertThat(refusal("")).contains("it is no report of a sweep");
        assertThat(refusal(tree().toString() + "{}")).contains("it is not JSON");
    }

    @Example
    void anotherKindOfDocumentIsRefused() {
        assertThat(refusal("[]")).contains("it is no report of a sweep");
        assertThat(refusal("{\"schemaVersion\": 1, \"services\": []}")).contains("it is no report of a sweep");
    }

    @Example
    void whatANewerVersionWroteIsRefused() {
        assertThat(changed(tree -> tree.put("schemaVersion", 2))).contains("was written by a newer agentctl");
    }

    @Example
    void aMemberThatIsMissingOrOfAnotherTypeIsNamed() {
        assertThat(changed(tree -> tree.remove("explanation"))).contains("/explanation is missing");
        assertThat(changed(tree -> tree.put("spend", "little"))).contains("/spend is no number");
        assertThat(changed(tree -> tree.put("rounds", 1.5))).contains("/rounds is no whole number");
        assertThat(changed(tree -> tree.put("proven", "yes"))).contains("/proven is neither true nor false");
        assertThat(changed(tree -> tree.put("verdict", "perhaps")))
                .contains("/verdict")
                .contains("perhaps");
        assertThat(changed(tree -> tree.put("measuredAt", "yesterday"))).contains("/measuredAt");
        assertThat(changed(tree -> tree.put("remarks", "none"))).contains("/remarks is no array");
        assertThat(changed(tree -> ((ObjectNode) tree.get("current")).put("memory", 1)))
                .contains("/current");
        assertThat(changed(tree -> first(tree).put("verdict", "fine")))
                .contains("/sizes/0")
                .contains("fine");
        assertThat(changed(tree -> first(tree).remove("onFrontier"))).contains("/sizes/0/onFrontier is missing");
        assertThat(changed(tree -> first(tree).putObject("time").put("low", 3).put("estimate", 1)))
                .contains("/sizes/0/time");
    }

    @Example
    void adviceForASizeThatWasNotMeasuredIsRefused() {
        assertThat(changed(tree -> ((ObjectNode) tree.get("advised")).put("memory", 4096)))
                .contains("the advised size was not measured");
    }

    @Example
    void whatALaterVersionAddsIsPassedOver() {
        ObjectNode tree = tree();
        tree.put("colour", "blue");
        first(tree).put("mood", 7);

        assertThat(SweepReportReader.read("sweep.json", tree.toString())).isEqualTo(TypicalReport.report());
    }

    private static ObjectNode first(ObjectNode tree) {
        return (ObjectNode) tree.get("sizes").get(0);
    }

    private static ObjectNode tree() {
        return RecordTree.document(TypicalReport.report());
    }

    private static String changed(Consumer<ObjectNode> change) {
        ObjectNode tree = tree();
        change.accept(tree);
        return refusal(tree.toString());
    }

    private static String refusal(String json) {
        AgentctlException refused =
                catchThrowableOfType(AgentctlException.class, () -> SweepReportReader.read("sweep.json", json));
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_DOCUMENT);
        assertThat(refused.getMessage()).startsWith("sweep.json");
        return refused.getMessage();
    }
}
