package io.agentctl.cli.ops;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.remote.team.Approval;
import io.agentctl.control.remote.team.ApprovalDetails;
import io.agentctl.control.remote.team.Approvals;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** How changes that take two look to people. */
final class ApprovalPage {

    private ApprovalPage() {}

    static Document list(Approvals found) {
        return Document.ofRows(
                found,
                "approvals",
                page -> page.table(
                        found.approvals(),
                        List.of(
                                Column.text("ID", Approval::id),
                                Column.toned("STATE", approval -> state(approval.state())),
                                Column.text("WHAT", Approval::useCase),
                                Column.text("ON", ApprovalPage::resources),
                                Column.text("ASKED BY", approval -> asker(approval)),
                                Column.text("UNTIL", approval -> approval.expiresAt()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()),
                                Column.wide("DECIDED BY", approval -> approval.decidedBy()
                                        .orElse("")),
                                Column.wide("COMMENT", approval -> approval.comment()
                                        .orElse("")),
                                Column.wide("FINGERPRINT", Approval::fingerprint))));
    }

    static Document details(ApprovalDetails details) {
        return Document.of(details, page -> layout(details, page));
    }

    static Document one(Approval approval) {
        return Document.of(approval, page -> head(approval, page));
    }

    private static void layout(ApprovalDetails details, Page page) {
        head(details.approval(), page);
        page.blank();
        if (details.approval().useCase().equals(OperationUseCases.APPLY.name())) {
            ApplyPlan.Request asked = OperationUseCases.APPLY.read(details.request());
            PlanPage.layout(asked.plan(), page);
        } else {
            page.line("What was asked of " + details.approval().useCase() + ":");
            page.line(JsonText.write(details.request()));
        }
    }

    private static void head(Approval approval, Page page) {
        page.line(Tone.STRONG, approval.id() + ": " + approval.useCase() + " of " + resources(approval));
        page.line("Asked for by " + approval.requester() + " at "
                + approval.requestedAt().truncatedTo(ChronoUnit.SECONDS) + "; "
                + RecordTree.word(approval.state()) + ", until "
                + approval.expiresAt().truncatedTo(ChronoUnit.SECONDS)
                + approval.decidedBy().map(by -> "; decided by " + by).orElse("")
                + approval.comment()
                        .filter(text -> !text.isBlank())
                        .map(text -> ": " + text)
                        .orElse(""));
        page.line("Fingerprint " + approval.fingerprint());
    }

    private static String resources(Approval approval) {
        return approval.resources().isEmpty()
                ? "what cannot be told beforehand"
                : approval.resources().stream().map(ResourceId::toString).collect(Collectors.joining(", "));
    }

    private static String asker(Approval approval) {
        return approval.mine() ? approval.requester() + " (you, maybe)" : approval.requester();
    }

    private static Cell state(Approval.State state) {
        Tone tone =
                switch (state) {
                    case PENDING -> Tone.WARNING;
                    case APPROVED, USED -> Tone.GOOD;
                    case REJECTED, EXPIRED -> Tone.BAD;
                };
        return new Cell(RecordTree.word(state), tone);
    }
}
