package io.agentctl.sandbox.alarm;

import io.agentctl.sandbox.metrics.CloudWatchErrors;
import io.agentctl.sandbox.metrics.MetricCatalog;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Alarms put: made, or defined anew as a whole. */
final class AlarmChanges {
    private static final int MINUTE = 60;

    private final AlarmBook book;
    private final AlarmStates states;
    private final AlarmEvaluator evaluator;
    private final MetricAlarmReader metricAlarms;
    private final CompositeAlarmReader compositeAlarms;

    AlarmChanges(AlarmBook book, AlarmStates states, AlarmEvaluator evaluator, MetricCatalog catalog) {
        this.book = book;
        this.states = states;
        this.evaluator = evaluator;
        this.metricAlarms = new MetricAlarmReader(catalog);
        this.compositeAlarms = new CompositeAlarmReader(book);
    }

    PutMetricAlarmResponse put(PutMetricAlarmRequest request) {
        Definition.OfMetric definition = metricAlarms.read(request);
        save(request.alarmName(), definition, request.actionsEnabled(), request.tags());
        if (definition.rule().evaluatedEverySeconds() < MINUTE) {
            evaluator.quicken();
        }
        return PutMetricAlarmResponse.builder().build();
    }

    PutCompositeAlarmResponse put(PutCompositeAlarmRequest request) {
        Definition.OfAlarms definition = compositeAlarms.read(request);
        boolean known = book.find(request.alarmName()).isPresent();
        Alarm alarm = save(request.alarmName(), definition, request.actionsEnabled(), request.tags());
        // Not at once: who puts one and looks sees INSUFFICIENT_DATA first, as on AWS.
        book.simulation().timeline().schedule(book.now().plusSeconds(1), () -> book.find(alarm.name())
                .filter(alarm::equals)
                .ifPresent(same -> states.define(same, known ? "updated" : "created")));
        return PutCompositeAlarmResponse.builder().build();
    }

    /**
     * Tags count when an alarm is made only; its state stays when it is defined anew (service model, PutMetricAlarm).
     */
    private Alarm save(String name, Definition definition, Boolean enabled, List<Tag> tags) {
        Optional<Alarm> known = book.find(name);
        boolean actions = !Boolean.FALSE.equals(enabled);
        if (known.isPresent()) {
            Alarm alarm = known.get();
            requireSameKind(alarm, definition.type());
            alarm.define(definition, actions, book.now());
            book.noteConfiguration(alarm, "updated", "Update");
            return alarm;
        }
        Alarm alarm = new Alarm(name, book.arn(name), definition, actions, book.now());
        tags.forEach(tag -> alarm.tags().put(tag.key(), tag.value()));
        book.add(alarm);
        book.noteConfiguration(alarm, "created", "Create");
        return alarm;
    }

    private static void requireSameKind(Alarm alarm, AlarmType type) {
        if (alarm.type() != type) {
            throw CloudWatchErrors.validation("An alarm of another type is called " + alarm.name()
                    + " already: it is a " + alarm.type() + ". Delete it first, or choose another name.");
        }
    }
}
