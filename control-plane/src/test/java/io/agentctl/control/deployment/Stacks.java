package io.agentctl.control.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/** Stacks of project acme at an endpoint. */
final class Stacks implements AutoCloseable {

    private static final String PREFIX = "acme-";

    private static final String NETWORK =
            """
            Resources:
              Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.9.0.0/16}}
              A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.9.1.0/24, AvailabilityZone: us-east-1a}}
              B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.9.2.0/24, AvailabilityZone: us-east-1b}}
            Outputs: {Vpc: {Value: !Ref Vpc}, Subnets: {Value: !Join [',', [!Ref A, !Ref B]]}}
            """;

    private final CloudFormationClient client;

    Stacks(URI endpoint) {
        client = client(CloudFormationClient.builder(), endpoint);
    }

    /** A client of any service there. */
    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Creates the stack of a template for project acme, and waits for it; gives its outputs. */
    Map<String, String> create(String template, Map<String, String> parameters) throws IOException {
        return create(template, Template.of(template).text(), ofProject(parameters));
    }

    private static Map<String, String> ofProject(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("Project", "acme");
        return all;
    }

    private Map<String, String> create(String name, String body, Map<String, String> parameters) {
        client.createStack(request -> request.stackName(PREFIX + name)
                .templateBody(body)
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .parameters(parameters(parameters)));
        client.waiter().waitUntilStackCreateComplete(request -> request.stackName(PREFIX + name));
        return outputs(name);
    }

    /** A network to be in: its {@code Vpc} and {@code Subnets}, as templates have them as parameters. */
    Map<String, String> network() {
        return create("network", NETWORK, Map.of());
    }

    /** The ARN of a certificate; the CloudFormation of moto makes none. */
    static String certificate(URI endpoint) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/acm/aws4_request")
                    .header("X-Amz-Target", "CertificateManager.RequestCertificate")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"DomainName\": \"agentctl.example.com\"}"))
                    .build();
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).path("CertificateArn").asText();
        }
    }

    /** Updates the stack of a template and waits for it; gives its outputs. */
    Map<String, String> update(String template, Map<String, String> parameters) throws IOException {
        return update(template, parameters, UnaryOperator.identity());
    }

    /** Updates a stack to a template that has changed. */
    Map<String, String> update(String template, Map<String, String> parameters, UnaryOperator<String> change)
            throws IOException {
        String body = change.apply(Template.of(template).text());
        client.updateStack(request -> request.stackName(PREFIX + template)
                .templateBody(body)
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .parameters(parameters(ofProject(parameters))));
        client.waiter().waitUntilStackUpdateComplete(request -> request.stackName(PREFIX + template));
        return outputs(template);
    }

    /** Deletes a stack and waits for it. */
    void delete(String name) {
        client.deleteStack(request -> request.stackName(PREFIX + name));
        client.waiter().waitUntilStackDeleteComplete(request -> request.stackName(PREFIX + name));
    }

    /** Physical ids by logical ones, of what was made. */
    Map<String, String> resources(String name) {
        return client.describeStackResources(request -> request.stackName(PREFIX + name)).stackResources().stream()
                .filter(resource -> resource.physicalResourceId() != null)
                .collect(Collectors.toMap(StackResource::logicalResourceId, StackResource::physicalResourceId));
    }

    /** Names of the stacks that are there. */
    List<String> names() {
        return client.describeStacks().stacks().stream().map(Stack::stackName).toList();
    }

    private Map<String, String> outputs(String name) {
        return client.describeStacks(request -> request.stackName(PREFIX + name)).stacks().getFirst().outputs().stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    private static List<Parameter> parameters(Map<String, String> parameters) {
        Function<Map.Entry<String, String>, Parameter> parameter = each -> Parameter.builder()
                .parameterKey(each.getKey())
                .parameterValue(each.getValue())
                .build();
        return parameters.entrySet().stream().map(parameter).toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
