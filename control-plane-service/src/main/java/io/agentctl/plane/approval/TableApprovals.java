package io.agentctl.plane.approval;

import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The approvals of a project, for a month; who decided what is in the audit log for longer. */
public final class TableApprovals implements ApprovalStore {

    /** The partition's name. */
    public static final String PARTITION = "approvals";

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Partition partition;

    public TableApprovals(Partition partition) {
        this.partition = partition;
    }

    @Override
    public boolean add(Approval approval) {
        return partition.write(Entry.first(approval.id(), JsonRecords.write(approval), forgotten(approval)));
    }

    @Override
    public Optional<Kept> find(String id) {
        return partition.find(id).map(entry -> new Kept(approval(entry), entry.version()));
    }

    @Override
    public List<Approval> all() {
        return partition.all().stream().map(TableApprovals::approval).toList();
    }

    @Override
    public boolean replace(Kept before, Approval after) {
        return partition.write(new Entry(after.id(), JsonRecords.write(after), before.version() + 1, forgotten(after)));
    }

    private static Approval approval(Entry entry) {
        return JsonRecords.read("approval " + entry.key(), entry.document(), Approval.class);
    }

    private static Optional<Instant> forgotten(Approval approval) {
        return Optional.of(
                Instant.ofEpochSecond(approval.expiresAt().plus(REMEMBERED).getEpochSecond()));
    }
}
