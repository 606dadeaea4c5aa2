package io.agentctl.control.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands in the resources of a policy. Each may be {@code *}, or a placeholder of CloudFormation.
 *
 * @param partition such as {@code aws}
 * @param region such as {@code eu-central-1}
 * @param account twelve digits
 * @param project the prefix of what belongs to the project
 * @param cluster the ECS cluster
 * @param services ECS services of the cluster
 * @param functions Lambda functions
 * @param tables DynamoDB tables
 * @param roles path and name of the roles that tasks have
 * @param loadTask the family of the task that sends load
 */
public record Names(
        String partition,
        String region,
        String account,
        String project,
        String cluster,
        List<String> services,
        List<String> functions,
        List<String> tables,
        String roles,
        String loadTask) {

    /** Of what the templates in {@code dist/cloudformation} make, in any region. */
    public static final Names OF_TEMPLATES = new Names(
            "${AWS::Partition}",
            "*",
            "${AWS::AccountId}",
            "${Project}",
            "${Project}",
            List.of("*"),
            List.of("${Project}-*"),
            List.of("${Project}-*"),
            "${Project}/*",
            "${Project}-perf");

    public Names {
        services = List.copyOf(services);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        if (services.isEmpty() || functions.isEmpty() || tables.isEmpty()) {
            throw new IllegalArgumentException("name some, or * for all");
        }
    }

    /** The partition that a region belongs to, by how its name begins. */
    public static String partitionOf(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** A pattern with what its placeholders stand for; several texts where one stands for several names. */
    List<String> expand(String pattern) {
        List<String> texts = List.of(pattern.replace("{partition}", partition)
                .replace("{region}", region)
                .replace("{account}", account)
                .replace("{project}", project)
                .replace("{cluster}", cluster)
                .replace("{roles}", roles)
                .replace("{load}", loadTask));
        for (Map.Entry<String, List<String>> several : Map.of(
                        "{service}", services, "{function}", functions, "{table}", tables)
                .entrySet()) {
            texts = each(texts, several.getKey(), several.getValue());
        }
        return texts;
    }

    private static List<String> each(List<String> texts, String placeholder, List<String> values) {
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            if (text.contains(placeholder)) {
                values.forEach(value -> all.add(text.replace(placeholder, value)));
            } else {
                all.add(text);
            }
        }
        return all;
    }
}
