package io.agentctl.cli.ops;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.plan.ResourceId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How the audit log looks to people. */
final class AuditPage {

    private AuditPage() {}

    static void list(List<AuditEntry> entries, Page page) {
        page.table(
                entries,
                List.of(
                        Column.text("AT", entry -> entry.at()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()),
                        Column.text("ACTOR", AuditEntry::actor),
                        Column.toned("EVENT", entry -> event(entry.event())),
                        Column.text("WHAT", AuditEntry::what),
                        Column.text("ON", AuditPage::resources),
                        Column.text("WHY", AuditEntry::reason),
                        Column.wide("FROM", AuditEntry::from),
                        Column.wide("FINGERPRINT", entry -> entry.fingerprint().orElse("")),
                        Column.wide("OPERATION", entry -> entry.operation().orElse("")),
                        Column.wide("REQUEST", AuditEntry::requestId)));
    }

    private static String resources(AuditEntry entry) {
        if (entry.resources().isEmpty()) {
            return "";
        }
        ResourceId first = entry.resources().getFirst();
        int more = entry.resources().size() - 1;
        return more == 0 ? first.toString() : first + " and " + more + " more";
    }

    private static Cell event(AuditEvent event) {
        Tone tone =
                switch (event) {
                    case SUCCEEDED, APPROVED -> Tone.GOOD;
                    case ALLOWED, SIGNED_IN, SIGNED_OUT -> Tone.PLAIN;
                    case WAITING, TOKEN_MADE, TOKEN_REVOKED, REJECTED -> Tone.WARNING;
                    case DENIED, REFUSED, FAILED -> Tone.BAD;
                };
        return new Cell(RecordTree.word(event), tone);
    }
}
