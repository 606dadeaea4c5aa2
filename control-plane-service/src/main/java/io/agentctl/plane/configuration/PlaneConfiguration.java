package io.agentctl.plane.configuration;

import io.agentctl.plane.access.Grant;
import io.agentctl.plane.schedule.Schedule;
import java.util.List;

/**
 * What an operator of a control plane sets. Every section has its defaults, so that a small file is enough. A new
 * section is a record of its own, a component here, and a line in {@link ConfigurationReader}.
 *
 * @param server where it listens
 * @param limits what a caller may take
 * @param identity how callers prove who they are
 * @param grants who has which role on what
 * @param approvals which changes take two
 * @param schedules what is done at its times
 */
public record PlaneConfiguration(
        ServerSection server,
        LimitsSection limits,
        IdentitySection identity,
        List<Grant> grants,
        ApprovalSection approvals,
        List<Schedule> schedules) {

    public PlaneConfiguration {
        grants = List.copyOf(grants);
        schedules = List.copyOf(schedules);
    }

    /** Whether callers have to prove who they are; else nobody but this machine is let in. */
    public boolean asksWho() {
        return identity.asksWho() || !grants.isEmpty();
    }
}
