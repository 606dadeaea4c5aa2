package io.agentctl.sandbox.ecs;

/**
 * The names of resources in an account and region.
 *
 * @param region such as {@code us-east-1}
 * @param account twelve digits
 */
public record Arns(String region, String account) {
    /** Validates. */
    public Arns {
        if (!account.matches("\\d{12}")) {
            throw new IllegalArgumentException("An account id has twelve digits: " + account);
        }
        if (!region.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            throw new IllegalArgumentException("Not a region: " + region);
        }
    }

    String cluster(String name) {
        return ecs("cluster/" + name);
    }

    String service(String cluster, String name) {
        return ecs("service/" + cluster + "/" + name);
    }

    String taskDefinition(String family, int revision) {
        return ecs("task-definition/" + family + ":" + revision);
    }

    String task(String cluster, String id) {
        return ecs("task/" + cluster + "/" + id);
    }

    String container(String cluster, String taskId, String id) {
        return ecs("container/" + cluster + "/" + taskId + "/" + id);
    }

    String serviceDeployment(String cluster, String service, String id) {
        return ecs("service-deployment/" + cluster + "/" + service + "/" + id);
    }

    String serviceRevision(String cluster, String service, String id) {
        return ecs("service-revision/" + cluster + "/" + service + "/" + id);
    }

    /** The identity that the sandbox's callers have. */
    public String caller() {
        return caller("sandbox-operator");
    }

    /** The identity of a caller in a role. */
    public String caller(String role) {
        return "arn:aws:sts::" + account + ":assumed-role/" + role + "/sandbox";
    }

    /** The service-linked role that ECS acts under. */
    String serviceRole() {
        return "arn:aws:iam::" + account + ":role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";
    }

    private String ecs(String resource) {
        return "arn:aws:ecs:" + region + ":" + account + ":" + resource;
    }

    /** What follows the last slash: the plain name in an ARN, or the name itself. */
    static String lastPart(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }
}
