package io.agentctl.cli.permissions;

import io.agentctl.control.UseCase;
import io.agentctl.control.permission.Names;
import io.agentctl.control.permission.Needs;
import io.agentctl.control.permission.Permission;
import io.agentctl.control.permission.PolicyDocument;
import io.agentctl.control.permission.Role;
import io.agentctl.control.progress.ProgressListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Says which policy somebody needs. */
final class ShowPermissions implements UseCase<ShowPermissions.Request, PermissionList> {

    private final Supplier<CommandNeeds> commands;

    ShowPermissions(Supplier<CommandNeeds> commands) {
        this.commands = commands;
    }

    /**
     * Asks.
     *
     * @param commands that are to be run; empty for a role, or for everything
     * @param role whose policy is asked for
     * @param preview whether nothing will be changed
     * @param names what stands in the resources
     */
    record Request(List<String> commands, Optional<Role> role, boolean preview, Names names) {}

    @Override
    public PermissionList run(Request request, ProgressListener progress) {
        Map<String, Needs> asked = asked(request);
        SortedSet<Permission> allowed = new TreeSet<>();
        request.role().ifPresentOrElse(role -> allowed.addAll(role.allowed()), () -> asked.values()
                .forEach(needs -> allowed.addAll(request.preview() ? needs.looks() : needs.everything())));
        PolicyDocument policy = request.role()
                .map(role -> role.policy(request.names()))
                .orElseGet(() -> PolicyDocument.of(allowed, List.of(), request.names()));
        return new PermissionList(policy.parts(), lines(allowed, asked, request));
    }

    /** Of a role those commands that it is for; they are why. */
    private Map<String, Needs> asked(Request request) {
        if (request.commands().isEmpty()) {
            return commands.get().all();
        }
        Map<String, Needs> asked = new TreeMap<>();
        request.commands().forEach(command -> asked.putAll(commands.get().of(command)));
        return asked;
    }

    private static List<PermissionList.Line> lines(
            Collection<Permission> allowed, Map<String, Needs> asked, Request request) {
        List<PermissionList.Line> lines = new ArrayList<>();
        for (Permission permission : allowed) {
            lines.add(new PermissionList.Line(
                    permission.action(),
                    PolicyDocument.resources(permission, request.names()),
                    permission.reads() ? "read" : "change",
                    asked.entrySet().stream()
                            .filter(command -> (request.preview()
                                            ? command.getValue().looks()
                                            : command.getValue().everything())
                                    .contains(permission))
                            .map(Map.Entry::getKey)
                            .toList()));
        }
        return lines;
    }
}
