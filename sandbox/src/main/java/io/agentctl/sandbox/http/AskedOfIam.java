package io.agentctl.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What IAM is asked for a call: an action, and the resource as far as the log has it.
 *
 * @param action such as {@code lambda:InvokeFunction}
 * @param resource the resource's part of the ARN, such as {@code table/acme-agentctl}; empty where the log has none
 *     Sources: Service Authorization Reference; "Permissions validation" in Application Auto Scaling's User Guide
 */
public record AskedOfIam(String action, String resource) {

    /** How services sign, where IAM calls them something else. */
    private static final Map<String, String> PREFIXES = Map.of("monitoring", "cloudwatch");

    /** Operations that need an action of another name. */
    private static final Map<String, String> ACTIONS = Map.of("lambda:Invoke", "lambda:InvokeFunction");

    /** What is tried as the caller, or handed over, with a call; no emulation does that. */
    private static final Map<String, List<String>> BESIDES = Map.of(
            "ecs:RegisterTaskDefinition", List.of("ecs:TagResource", "iam:PassRole"),
            "ecs:RunTask", List.of("iam:PassRole"),
            "cloudwatch:PutMetricAlarm", List.of("cloudwatch:TagResource"),
            "cloudwatch:PutCompositeAlarm", List.of("cloudwatch:TagResource"),
            "application-signals:CreateServiceLevelObjective", List.of("application-signals:TagResource"),
            "application-autoscaling:PutScalingPolicy",
                    List.of("cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"));

    /** All that is asked for a call. */
    public static Stream<AskedOfIam> by(Call call) {
        String service = PREFIXES.getOrDefault(call.service(), call.service());
        String operation = service + ":" + call.operation();
        return switch (service) {
            // Anybody may ask who they are.
            case "sts" -> Stream.empty();
            case "dynamodb" -> tables(call).flatMap(table -> actions(call).map(one -> new AskedOfIam(one, table)));
            case "application-autoscaling" ->
                Stream.concat(
                        Stream.of(new AskedOfIam(operation, "")),
                        call.mutating() ? target(call, operation) : Stream.empty());
            case "lambda" ->
                Stream.of(new AskedOfIam(
                        ACTIONS.getOrDefault(operation, operation),
                        call.resource().isEmpty() ? "" : "function:" + call.resource()));
            default -> Stream.concat(Stream.of(new AskedOfIam(operation, "")), besides(operation));
        };
    }

    private static Stream<String> tables(Call call) {
        return call.resource().isEmpty()
                ? Stream.of("")
                : Stream.of(call.resource().split(",")).map(table -> "table/" + table);
    }

    private static Stream<String> actions(Call call) {
        return call.parts().isEmpty()
                ? Stream.of("dynamodb:" + call.operation())
                : call.parts().stream().map(part -> "dynamodb:" + part + "Item");
    }

    private static Stream<AskedOfIam> target(Call call, String operation) {
        List<AskedOfIam> asked = new ArrayList<>(besides(operation).toList());
        if (call.resource().startsWith("table/")) {
            asked.add(new AskedOfIam("dynamodb:DescribeTable", call.resource()));
            asked.add(new AskedOfIam("dynamodb:UpdateTable", call.resource()));
        } else {
            asked.add(new AskedOfIam("ecs:DescribeServices", call.resource()));
            asked.add(new AskedOfIam("ecs:UpdateService", call.resource()));
        }
        return asked.stream();
    }

    private static Stream<AskedOfIam> besides(String operation) {
        return BESIDES.getOrDefault(operation, List.of()).stream().map(action -> new AskedOfIam(action, ""));
    }
}
