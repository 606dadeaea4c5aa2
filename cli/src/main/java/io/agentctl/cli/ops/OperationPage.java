package io.agentctl.cli.ops;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.OperationDetails.InverseLine;
import io.agentctl.control.ops.OperationDetails.StepLine;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.OperationLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How operations look to people. */
final class OperationPage {

    private OperationPage() {}

    static Document document(OperationDetails details) {
        return Document.of(details, page -> layout(details, page));
    }

    static Document document(OperationEnded ended) {
        OperationLine operation = ended.operation();
        String what = operation.id() + " on " + operation.resource().name() + ": " + operation.summary();
        return Document.of(
                ended,
                page -> page.line(
                        state(operation.state()).tone(),
                        RecordTree.word(operation.state()) + (ended.acted() ? "" : " already") + ": " + what));
    }

    static void list(List<OperationLine> operations, Page page) {
        page.table(
                operations,
                List.of(
                        Column.text("ID", OperationLine::id),
                        Column.toned("STATE", operation -> state(operation.state())),
                        Column.text("KIND", OperationLine::kind),
                        Column.text(
                                "RESOURCE", operation -> operation.resource().toString()),
                        Column.text("SUMMARY", OperationLine::summary),
                        Column.text("STARTED", operation -> second(operation.startedAt())),
                        Column.wide("UPDATED", operation -> second(operation.updatedAt())),
                        Column.wide("OWNER", OperationLine::owner),
                        Column.wide("ACCOUNT", OperationLine::account),
                        Column.wide("REGION", OperationLine::region),
                        Column.wide("FAILURE", OperationLine::failure)));
    }

    private static void layout(OperationDetails details, Page page) {
        OperationLine operation = details.operation();
        Cell state = state(operation.state());
        page.line(Tone.STRONG, operation.id() + ", " + operation.kind() + ": " + operation.summary());
        page.line("On " + operation.resource() + " in account " + operation.account() + ", region " + operation.region()
                + ".");
        page.line(state.tone(), state.text() + (operation.failure().isEmpty() ? "" : ": " + operation.failure()));
        page.line("Begun " + second(operation.startedAt()) + ", last written " + second(operation.updatedAt()) + " by "
                + operation.owner() + ".");
        page.blank();
        page.table(
                details.steps(),
                List.of(
                        Column.text("STEP", StepLine::name),
                        Column.text("STATE", OperationPage::step),
                        Column.text("FOUND", step -> pairs(step.outcome()))));
        if (!details.undo().isEmpty()) {
            page.blank();
            page.line("Undoing it would, in this order:");
            page.table(
                    details.undo(),
                    List.of(
                            Column.text("PUT BACK", InverseLine::step),
                            Column.text("BY", InverseLine::action),
                            Column.text("WITH", inverse -> pairs(inverse.arguments()))));
        }
        if (!details.advice().isEmpty()) {
            page.blank();
            page.line("Next: " + details.advice());
        }
    }

    private static String step(StepLine step) {
        return RecordTree.word(step.state()) + (step.verified() ? "" : ", unverified");
    }

    private static Cell state(OperationState state) {
        Tone tone =
                switch (state) {
                    case SUCCEEDED, UNDONE -> Tone.GOOD;
                    case RUNNING, UNDOING -> Tone.STRONG;
                    case UNVERIFIED, INTERRUPTED -> Tone.WARNING;
                    case FAILED, ROLLED_BACK -> Tone.BAD;
                };
        return new Cell(RecordTree.word(state), tone);
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
