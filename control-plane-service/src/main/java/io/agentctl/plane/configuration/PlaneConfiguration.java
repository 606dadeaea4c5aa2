package io.agentctl.plane.configuration;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Glob;
import io.agentctl.plane.access.Grant;
import io.agentctl.plane.schedule.Schedule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * The grants, and what schedules may: who writes a schedule here could write its grant here too, so that each has
     * the role that its errand takes on the errand's capability. Where grants name a schedule, these alone count.
     */
    public List<Grant> allGrants() {
        return Stream.concat(
                        grants.stream(),
                        schedules.stream()
                                .filter(schedule -> grants.stream().noneMatch(grant -> names(grant, schedule)))
                                .map(PlaneConfiguration::usual))
                .toList();
    }

    private static boolean names(Grant grant, Schedule schedule) {
        return grant.to().stream()
                .anyMatch(glob -> glob.text().startsWith(Schedule.PREFIX)
                        && glob.matches(schedule.caller().name()));
    }

    private static Grant usual(Schedule schedule) {
        NamedUseCase<?, ?> useCase = schedule.errand().useCase();
        return new Grant(
                List.of(new Glob(schedule.caller().name())),
                Set.of(Deed.of(useCase.access()).role()),
                List.of(new Glob(useCase.capability())),
                List.of(Glob.ALL));
    }

    /** Whether callers have to prove who they are; else nobody but this machine is let in. */
    public boolean asksWho() {
        return identity.asksWho() || !grants.isEmpty();
    }
}
