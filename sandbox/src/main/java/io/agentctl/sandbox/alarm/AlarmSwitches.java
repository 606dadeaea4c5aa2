package io.agentctl.sandbox.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.alarm.AlarmState;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;

/** Operations that change alarms without defining them: deleted, put into a state, their actions switched. */
final class AlarmSwitches {
    private static final int MOST = 100;
    private static final int LONGEST_REASON = 1023;
    private static final int LONGEST_DATA = 4000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AlarmBook book;
    private final AlarmStates states;

    AlarmSwitches(AlarmBook book, AlarmStates states) {
        this.book = book;
        this.states = states;
    }

    /** Names of no alarm are passed over (service model, DeleteAlarms). */
    DeleteAlarmsResponse delete(DeleteAlarmsRequest request) {
        List<Alarm> alarms = named(request.alarmNames());
        if (alarms.stream()
                        .filter(alarm -> alarm.type() == AlarmType.COMPOSITE_ALARM)
                        .count()
                > 1) {
            throw CloudWatchErrors.validation("At most one composite alarm can be deleted per request.");
        }
        // One that goes in the same request depends on nothing any more.
        List<String> needed = alarms.stream()
                .filter(alarm -> !alarms.containsAll(book.parents(alarm.name())))
                .map(Alarm::name)
                .toList();
        if (!needed.isEmpty()) {
            throw CloudWatchErrors.validation("Cannot delete " + String.join(",", needed)
                    + " as there are composite alarm(s) depending on " + (needed.size() == 1 ? "it." : "them."));
        }
        for (Alarm alarm : alarms) {
            book.noteConfiguration(alarm, "deleted", "Delete");
            book.remove(alarm);
        }
        return DeleteAlarmsResponse.builder().build();
    }

    EnableAlarmActionsResponse enable(EnableAlarmActionsRequest request) {
        named(request.alarmNames()).forEach(alarm -> enable(alarm, true));
        return EnableAlarmActionsResponse.builder().build();
    }

    DisableAlarmActionsResponse disable(DisableAlarmActionsRequest request) {
        named(request.alarmNames()).forEach(alarm -> enable(alarm, false));
        return DisableAlarmActionsResponse.builder().build();
    }

    private void enable(Alarm alarm, boolean enabled) {
        if (alarm.actionsEnabled() != enabled) {
            alarm.enableActions(enabled, book.now());
            book.noteConfiguration(alarm, "updated", "Update");
        }
    }

    private List<Alarm> named(List<String> names) {
        if (names.size() > MOST) {
            throw CloudWatchErrors.validation("1 validation error detected: Value at 'alarmNames' failed to satisfy"
                    + " constraint: Member must have length less than or equal to " + MOST);
        }
        return names.stream()
                .distinct()
                .flatMap(name -> book.find(name).stream())
                .toList();
    }

    SetAlarmStateResponse set(SetAlarmStateRequest request) {
        AlarmState state = Arrays.stream(AlarmState.values())
                .filter(value -> value.name().equals(request.stateValueAsString()))
                .findFirst()
                .orElseThrow(() -> CloudWatchErrors.validation(AlarmText.notOneOf(
                        "stateValue",
                        request.stateValueAsString(),
                        Arrays.stream(AlarmState.values()).map(AlarmState::name).toList())));
        if (request.stateReason() == null) {
            throw CloudWatchErrors.validation(AlarmText.nothing("stateReason"));
        }
        AlarmText.length("stateReason", request.stateReason(), 0, LONGEST_REASON);
        checkData(request.stateReasonData());
        Alarm alarm = Optional.ofNullable(request.alarmName())
                .flatMap(book::find)
                .orElseThrow(() -> CloudWatchErrors.noAlarm("Alarm " + request.alarmName() + " does not exist."));
        Standing next = alarm.standing().next(state, request.stateReason(), request.stateReasonData(), book.now());
        states.note(alarm, next).ifPresent(change -> states.follow(List.of(change)));
        return SetAlarmStateResponse.builder().build();
    }

    private static void checkData(String data) {
        if (data == null) {
            return;
        }
        AlarmText.length("stateReasonData", data, 0, LONGEST_DATA);
        try {
            MAPPER.readTree(data);
        } catch (JsonProcessingException e) {
            throw CloudWatchErrors.invalidFormat("StateReasonData is not valid JSON: " + e.getOriginalMessage());
        }
    }
}
