package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.composite.CompositeRule;
import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.alarm.composite.Suppression;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;

/** Makes definitions of {@code PutCompositeAlarm} requests, and refuses what CloudWatch refuses. */
final class CompositeAlarmReader {
    /** Service model, PutCompositeAlarm: how many composite alarms may name one alarm. */
    private static final int MOST_PARENTS = 150;

    private final AlarmBook book;

    CompositeAlarmReader(AlarmBook book) {
        this.book = book;
    }

    Definition.OfAlarms read(PutCompositeAlarmRequest request) {
        AlarmText.check(
                request.alarmName(),
                request.alarmDescription(),
                List.of(request.okActions(), request.alarmActions(), request.insufficientDataActions()),
                request.tags());
        if (request.alarmRule() == null) {
            throw CloudWatchErrors.validation(AlarmText.nothing("alarmRule"));
        }
        CompositeRule rule = rule(request.alarmRule());
        checkChildren(request.alarmName(), rule);
        return new Definition.OfAlarms(
                request, rule, Optional.ofNullable(request.actionsSuppressor()), suppression(request));
    }

    private static CompositeRule rule(String text) {
        try {
            return RuleParser.parse(text);
        } catch (RuleException e) {
            throw CloudWatchErrors.validation(
                    "Error in AlarmRule [%s at char %d]".formatted(e.getMessage(), e.column() - 1));
        }
    }

    private void checkChildren(String parent, CompositeRule rule) {
        String lost = rule.alarms()
                .distinct()
                .filter(child -> book.find(child).isEmpty())
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            throw CloudWatchErrors.validation(
                    "Could not save the composite alarm as alarms [" + lost + "] in the alarm rule do not exist");
        }
        rule.alarms()
                .map(book::name)
                .distinct()
                .filter(child -> book.parents(child).stream()
                                .filter(alarm -> !alarm.name().equals(parent))
                                .count()
                        >= MOST_PARENTS)
                .findFirst()
                .ifPresent(child -> {
                    throw CloudWatchErrors.validation("The alarm " + child + " is in the rules of " + MOST_PARENTS
                            + " composite alarms already.");
                });
    }

    private Suppression.Times suppression(PutCompositeAlarmRequest request) {
        Integer wait = request.actionsSuppressorWaitPeriod();
        Integer extension = request.actionsSuppressorExtensionPeriod();
        if (request.actionsSuppressor() == null) {
            if (wait != null || extension != null) {
                throw CloudWatchErrors.validation("ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod are"
                        + " allowed with ActionsSuppressor only.");
            }
            return new Suppression.Times(0, 0);
        }
        if (wait == null || extension == null || wait < 0 || extension < 0) {
            throw CloudWatchErrors.validation("ActionsSuppressor needs ActionsSuppressorWaitPeriod and"
                    + " ActionsSuppressorExtensionPeriod, neither of them negative.");
        }
        if (book.find(request.actionsSuppressor()).isEmpty()) {
            throw CloudWatchErrors.validation("Could not save the composite alarm as the suppressor alarm ["
                    + request.actionsSuppressor() + "] does not exist");
        }
        return new Suppression.Times(wait, extension);
    }
}
