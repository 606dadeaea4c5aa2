package io.agentctl.control.slo.document;

import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.document.AlertReader.Condition;
import io.agentctl.control.slo.document.AlertReader.Policy;
import io.agentctl.control.yaml.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out who is to be told of an SLO, and when: from its alert policies, and from annotations. */
final class AlertingReader {

    private static final String POLICY_REF = "alertPolicyRef";
    private static final int MOST_TOPICS = 5;
    private static final Map<String, Backend> BACKENDS =
            Map.of("alarms", Backend.ALARMS, "application-signals", Backend.APPLICATION_SIGNALS);

    private final Named<Policy> policies;
    private final AlertReader reader;

    AlertingReader(Named<Policy> policies, AlertReader reader) {
        this.policies = policies;
        this.reader = reader;
    }

    /**
     * Reads an SLO's alerting.
     *
     * @param annotations its own before its service's
     * @param period how long its window is
     * @param counted whether it counts events
     */
    Alerting read(Form slo, Form annotations, Duration period, boolean counted) {
        List<Policy> told = policies(slo);
        List<BurnRatePair> pairs = pairs(slo, annotations, told, period);
        if (!counted && annotations.has(Annotations.FEWEST_EVENTS)) {
            annotations.wrong(
                    Annotations.FEWEST_EVENTS,
                    "'" + Annotations.FEWEST_EVENTS + "' is for ratios: an indicator with a limit counts no events");
        }
        double fewest = annotations
                .value(Annotations.FEWEST_EVENTS, AlertingReader::count, "a number of events, 0 or more")
                .orElse(0.0);
        Map<Urgency, Recipients> recipients = new EnumMap<>(Urgency.class);
        recipients(annotations, told, Urgency.PAGE, Annotations.PAGE_TOPICS, recipients);
        recipients(annotations, told, Urgency.TICKET, Annotations.TICKET_TOPICS, recipients);
        return new Alerting(
                pairs,
                fewest,
                new TreeMap<>(recipients),
                annotations.word(Annotations.BACKEND, BACKENDS).orElse(Backend.ALARMS));
    }

    private static double count(String text) {
        double count = Numbers.finite(text);
        if (count < 0) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }

    private List<Policy> policies(Form slo) {
        List<String> keys = new ArrayList<>(Resource.KEYS);
        keys.add(POLICY_REF);
        List<Policy> found = new ArrayList<>();
        for (Form form : slo.forms("alertPolicies", keys)) {
            (form.has(POLICY_REF)
                            ? policies.referred(form, POLICY_REF)
                            : Resource.inline(form, "an alert policy", AlertReader.POLICY, List.of())
                                    .flatMap(resource -> reader.policy(resource.spec())))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<BurnRatePair> pairs(Form slo, Form annotations, List<Policy> told, Duration period) {
        if (annotations.has(Annotations.PAIRS)) {
            List<BurnRatePair> pairs = annotations
                    .value(Annotations.PAIRS, PairsReader::read, PairsReader.EXPECTED)
                    .orElse(List.of());
            pairs.stream()
                    .filter(pair -> pair.longWindow().compareTo(period) >= 0)
                    .forEach(pair -> annotations.wrong(Annotations.PAIRS, tooLong(pair.longWindow(), period)));
            return pairs;
        }
        if (slo.has("alertPolicies")) {
            List<BurnRatePair> pairs = new ArrayList<>();
            for (Policy policy : told) {
                pair(policy.condition(), slo, period).ifPresent(pairs::add);
            }
            return pairs.stream().distinct().toList();
        }
        return Alerting.USUAL_PAIRS.stream()
                .filter(pair -> pair.longWindow().compareTo(period) < 0)
                .toList();
    }

    private static Optional<BurnRatePair> pair(Condition condition, Form slo, Duration period) {
        double share = condition.threshold() * condition.longWindow().toSeconds() / period.toSeconds();
        if (condition.longWindow().compareTo(period) >= 0) {
            slo.wrong("alertPolicies", tooLong(condition.longWindow(), period));
            return Optional.empty();
        }
        if (share > 1) {
            slo.wrong(
                    "alertPolicies",
                    "a burn rate of %s for %s spends %.0f %% of the budget: more than there is"
                            .formatted(condition.threshold(), condition.longWindow(), share * 100));
            return Optional.empty();
        }
        return Optional.of(
                new BurnRatePair(share, condition.longWindow(), condition.shortWindow(), condition.urgency()));
    }

    private static String tooLong(Duration longWindow, Duration period) {
        return "the long window, " + longWindow + ", is not shorter than the objective's, " + period;
    }

    private static void recipients(
            Form annotations,
            List<Policy> told,
            Urgency urgency,
            String annotation,
            Map<Urgency, Recipients> recipients) {
        List<Policy> these = told.stream()
                .filter(policy -> policy.condition().urgency() == urgency)
                .toList();
        List<String> spending = new ArrayList<>(topics(annotations, annotation));
        these.forEach(policy -> spending.addAll(policy.topicsIf(policy.breaching())));
        Recipients all = new Recipients(
                spending.stream().distinct().toList(),
                these.stream()
                        .flatMap(policy -> policy.topicsIf(policy.resolved()).stream())
                        .distinct()
                        .toList(),
                these.stream()
                        .flatMap(policy -> policy.topicsIf(policy.noData()).stream())
                        .distinct()
                        .toList());
        if (all.spending().size() > MOST_TOPICS) {
            annotations.wrong(
                    annotation,
                    "an alarm tells " + MOST_TOPICS + " topics, not "
                            + all.spending().size());
            return;
        }
        if (!all.equals(Recipients.NOBODY)) {
            recipients.put(urgency, all);
        }
    }

    private static List<String> topics(Form annotations, String annotation) {
        return annotations
                .text(annotation)
                .map(text -> List.of(text.split("\\s*,\\s*")))
                .orElse(List.of());
    }
}
