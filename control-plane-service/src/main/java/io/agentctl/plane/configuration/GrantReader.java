package io.agentctl.plane.configuration;

import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.yaml.Form;
import io.agentctl.plane.access.Glob;
import io.agentctl.plane.access.Grant;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code grants}: who has which role on what. */
final class GrantReader {

    static final List<String> KEYS = List.of("to", "roles", "capabilities", "resources");

    private static final String ALL = "*";
    private static final List<String> KINDS = List.of("arn:", "token:", Schedule.PREFIX);

    private GrantReader() {}

    static List<Grant> read(List<Form> forms) {
        return forms.stream().map(GrantReader::grant).flatMap(Optional::stream).toList();
    }

    private static Optional<Grant> grant(Form form) {
        form.needs("to", "a grant needs 'to': ARNs of users or roles, token:NAME or schedule:NAME")
                .needs("roles", "a grant needs 'roles': viewer, operator, approver or admin");
        List<Glob> to = globs(form, "to");
        to.forEach(glob -> {
            if (KINDS.stream().noneMatch(kind -> glob.text().startsWith(kind)) && !glob.equals(Glob.ALL)) {
                form.wrong("to", "'" + glob + "' fits nobody: callers are named arn:…, token:NAME or schedule:NAME");
            }
        });
        Set<Role> roles = roles(form);
        List<Glob> capabilities = form.has("capabilities") ? globs(form, "capabilities") : List.of(Glob.ALL);
        capabilities.forEach(glob -> requireKnown(form, glob));
        List<Glob> resources = form.has("resources") ? globs(form, "resources") : List.of(Glob.ALL);
        return to.isEmpty() || roles.isEmpty() || capabilities.isEmpty() || resources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(to, roles, capabilities, resources));
    }

    static Set<Role> roles(Form form) {
        Map<String, Role> known = new TreeMap<>();
        for (Role role : Role.values()) {
            known.put(role.name().toLowerCase(Locale.ROOT), role);
        }
        Set<Role> roles = new LinkedHashSet<>();
        form.texts("roles").forEach(text -> {
            Role role = known.get(text);
            if (role == null) {
                form.findings()
                        .error(form.valuePosition("roles"), Form.unknown("role", text, List.copyOf(known.keySet())));
            } else {
                roles.add(role);
            }
        });
        return roles;
    }

    static List<Glob> globs(Form form, String key) {
        List<Glob> globs = new ArrayList<>();
        form.texts(key).forEach(text -> {
            try {
                globs.add(new Glob(text));
            } catch (IllegalArgumentException wrong) {
                form.wrong(key, wrong.getMessage());
            }
        });
        return globs;
    }

    /** A word that fits no capability is a mistake of typing, which would deny without a word. */
    private static void requireKnown(Form form, Glob glob) {
        Set<String> known = new TreeSet<>(Set.of("tokens"));
        Catalogue.all().stream().map(NamedUseCase::capability).forEach(known::add);
        if (!glob.text().contains(ALL) && !known.contains(glob.text())) {
            form.findings()
                    .error(
                            form.valuePosition("capabilities"),
                            Form.unknown("capability", glob.text(), List.copyOf(known)));
        }
    }
}
