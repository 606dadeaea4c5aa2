package io.agentctl.control.alarms.definition;

import io.agentctl.control.yaml.Node.Position;

/**
 * An alarm as a file asks for it.
 *
 * @param definition the alarm with the very name that it is to have; where topics are to be told, each is an ARN or the
 *     name of one in the account and region that the alarm will be in
 * @param position where it is written
 */
public record AlarmSpec(AlarmDefinition definition, Position position) {}
