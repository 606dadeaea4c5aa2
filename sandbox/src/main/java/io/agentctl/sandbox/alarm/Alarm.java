package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.composite.Suppression;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;

/** An alarm with its definition and state. Not thread-safe. */
final class Alarm {
    private final String name;
    private final String arn;
    private final Map<String, String> tags = new TreeMap<>();
    private Definition definition;
    private boolean actionsEnabled;
    private Instant configured;
    private Standing standing;
    private Suppression suppression = Suppression.NONE;

    Alarm(String name, String arn, Definition definition, boolean actionsEnabled, Instant now) {
        this.name = name;
        this.arn = arn;
        this.definition = definition;
        this.actionsEnabled = actionsEnabled;
        this.configured = now;
        this.standing = Standing.initial(now);
    }

    /** Takes another definition; the state stays. */
    void define(Definition next, boolean enabled, Instant now) {
        definition = next;
        enableActions(enabled, now);
    }

    void enableActions(boolean enabled, Instant now) {
        actionsEnabled = enabled;
        configured = now;
    }

    void stand(Standing next) {
        standing = next;
    }

    void suppress(Suppression next) {
        suppression = next;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    AlarmType type() {
        return definition.type();
    }

    Map<String, String> tags() {
        return tags;
    }

    Definition definition() {
        return definition;
    }

    boolean actionsEnabled() {
        return actionsEnabled;
    }

    Instant configured() {
        return configured;
    }

    Standing standing() {
        return standing;
    }

    Suppression suppression() {
        return suppression;
    }
}
