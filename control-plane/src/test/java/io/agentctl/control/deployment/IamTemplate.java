package io.agentctl.control.deployment;

import io.agentctl.control.permission.Condition;
import io.agentctl.control.permission.Names;
import io.agentctl.control.permission.Role;
import io.agentctl.control.permission.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The template that makes a managed policy for each role. */
final class IamTemplate {

    private static final String HEAD =
            """
            # Made from what the use cases declare (control.permission); GeneratedPoliciesTest writes it, with -Dgenerated=write.
            AWSTemplateFormatVersion: '2010-09-09'
            Description: >-
              What each role of a project may do. IAM is the same in all regions, so this stack is made once. The documents are those
              of ../iam, which a test holds equal.

            Parameters:
              Project:
                Type: String
                Default: agent-runtime
                AllowedPattern: '[a-z][a-z0-9-]{1,30}'
                Description: Prefix of all names; 'project' in agentctl.yaml

            Resources:
            """;

    private IamTemplate() {}

    static String text() {
        List<Role> roles = Arrays.asList(Role.values());
        return HEAD
                + roles.stream().map(IamTemplate::policy).collect(Collectors.joining("\n"))
                + "\nOutputs:\n"
                + roles.stream()
                        .map(role -> "  %sPolicy:\n    Value: !Ref %s\n".formatted(id(role), id(role)))
                        .collect(Collectors.joining());
    }

    /** The name of its resource: {@code ScheduledJob}. */
    static String id(Role role) {
        return Arrays.stream(role.title().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String policy(Role role) {
        return """
              %s:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  ManagedPolicyName: !Sub ${Project}-%s
                  Description: %s
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
            """
                        .formatted(id(role), role.title(), role.description())
                        .indent(0)
                + role.policy(Names.OF_TEMPLATES).statements().stream()
                        .map(IamTemplate::statement)
                        .collect(Collectors.joining())
                        .indent(10);
    }

    private static String statement(Statement statement) {
        StringBuilder text = new StringBuilder(
                "- Sid: %s\n  Effect: %s\n  Action:\n".formatted(statement.sid(), statement.effect()));
        statement
                .actions()
                .forEach(action -> text.append("    - ").append(action).append('\n'));
        if (statement.resources().size() == 1) {
            text.append("  Resource: ")
                    .append(value(statement.resources().getFirst()))
                    .append('\n');
        } else {
            text.append("  Resource:\n");
            statement.resources().forEach(resource -> text.append("    - ")
                    .append(value(resource))
                    .append('\n'));
        }
        statement.condition().ifPresent(condition -> text.append(condition(condition)));
        return text.toString();
    }

    private static String condition(Condition condition) {
        return "  Condition:\n    '%s':\n      '%s': %s\n"
                .formatted(condition.operator(), condition.key(), value(condition.value()));
    }

    private static String value(String text) {
        return (text.contains("${") ? "!Sub " : "") + "'" + text + "'";
    }
}
