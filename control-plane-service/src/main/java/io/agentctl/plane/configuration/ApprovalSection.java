package io.agentctl.plane.configuration;

import io.agentctl.control.yaml.Form;
import io.agentctl.plane.access.Glob;
import io.agentctl.plane.approval.ApprovalRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which changes take two people.
 *
 * @param expire how long after it was asked for an approval ends
 * @param rules none: every change takes one
 */
public record ApprovalSection(Duration expire, List<ApprovalRule> rules) {

    static final List<String> KEYS = List.of("expire", "rules");

    private static final List<String> RULE_KEYS = List.of("useCases", "resources");
    private static final Duration USUAL = Duration.ofHours(1);

    public ApprovalSection {
        rules = List.copyOf(rules);
    }

    static ApprovalSection read(Form form) {
        return new ApprovalSection(
                Values.duration(form, "expire", USUAL, Duration.ofMinutes(1), Duration.ofDays(7)),
                form.forms("rules", RULE_KEYS).stream()
                        .map(ApprovalSection::rule)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<ApprovalRule> rule(Form form) {
        form.needs("useCases", "a rule needs 'useCases', such as plan.apply or '*'");
        List<Glob> useCases = GrantReader.globs(form, "useCases");
        List<Glob> resources = form.has("resources") ? GrantReader.globs(form, "resources") : List.of(Glob.ALL);
        return useCases.isEmpty() || resources.isEmpty()
                ? Optional.empty()
                : Optional.of(new ApprovalRule(useCases, resources));
    }
}
