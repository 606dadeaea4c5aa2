package io.agentctl.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Document;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;

/** What one side writes, the other reads, for whatever the service models allow. */
class ProtocolRoundTripTest {
    private static final Map<String, Operation> ECS = operations(EcsClient.class);
    private static final Map<String, Operation> CLOUDWATCH = operations(CloudWatchClient.class);

    private static <T> Map<String, Operation> operations(Class<T> client) {
        ServiceIdentity identity = ServiceIdentity.rpc("test", "Test", "");
        T none = client.cast(Proxy.newProxyInstance(
                client.getClassLoader(), new Class<?>[] {client}, (proxy, method, arguments) -> null));
        EmulatedService service = EmulatedService.of(identity, client, none);
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> SdkResponse.class.isAssignableFrom(method.getReturnType()))
                .map(method -> method.getParameterTypes()[0].getSimpleName().replaceFirst("Request$", ""))
                .collect(Collectors.toMap(
                        Function.identity(), name -> service.operation(name).orElseThrow()));
    }

    @Example
    void everyOperationOfAClientInterfaceIsFoundAndNoOther() {
        EmulatedService service =
                EmulatedService.of(ServiceIdentity.rpc("ecs", "Test", ""), EcsClient.class, new EcsClient() {
                    @Override
                    public String serviceName() {
                        return SERVICE_NAME;
                    }

                    @Override
                    public void close() {
                        // Nothing is held open.
                    }
                });

        assertThat(ECS).hasSizeGreaterThan(50);
        assertThat(service.operation("DescribeEverything")).isEmpty();
        assertThat(service.operation("../Cluster")).isEmpty();
    }

    @Property(tries = 100)
    void jsonKeepsEveryMemberOfAnyEcsRequest(@ForAll long seed) {
        ECS.values().stream()
                .filter(operation -> operation.name().hashCode() % 5 == Math.floorMod(seed, 5))
                .forEach(operation -> assertRoundTrip(TreeProtocol.json11(), operation, seed));
        assertRoundTrip(TreeProtocol.json11(), ECS.get("RegisterTaskDefinition"), seed);
    }

    @Property(tries = 100)
    void cborKeepsEveryMemberOfAnyMetricRequest(@ForAll long seed) {
        assertRoundTrip(TreeProtocol.cbor(), CLOUDWATCH.get("PutMetricData"), seed);
        assertRoundTrip(TreeProtocol.cbor(), CLOUDWATCH.get("GetMetricData"), seed);
    }

    @Property(tries = 100)
    void queryParametersKeepEveryMemberOfAnyMetricRequest(@ForAll long seed) {
        Operation operation = CLOUDWATCH.get("PutMetricData");
        SdkPojo original = withoutEmpty(operation, seed);

        assertThat((Object) new QueryProtocol("ns").readRequest(operation, FormWriter.write(original)))
                .isEqualTo(original);
    }

    @Property(tries = 100)
    void xmlIsWellFormedAndKeepsText(@ForAll long seed) throws Exception {
        SdkPojo response = new RandomPojos(seed).fill((SdkPojo) ListMetricsResponse.builder());
        ByteSink body = new ByteSink();
        new QueryProtocol("urn:test").writeResponse(response, "ListMetrics", "id-1", body);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(body.toByteArray()));

        String token = ((ListMetricsResponse) response).nextToken();
        assertThat(document.getElementsByTagName("RequestId").item(0).getTextContent())
                .isEqualTo("id-1");
        if (token != null) {
            assertThat(document.getElementsByTagName("NextToken").item(0).getTextContent())
                    .isEqualTo(token);
        }
    }

    @Example
    void collectionsThatWereNeverSetAreLeftOut() {
        ByteSink body = new ByteSink();
        TreeProtocol.json11().writeResponse(DescribeServicesResponse.builder().build(), "DescribeServices", "id", body);

        assertThat(new String(body.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @Example
    void aBodyThatDoesNotFitIsRefusedByMember() {
        byte[] body = "{\"services\": \"api\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TreeProtocol.json11().readRequest(ECS.get("DescribeServices"), body))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("services must be List");
        assertThatThrownBy(() -> TreeProtocol.json11()
                        .readRequest(ECS.get("DescribeServices"), "{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedRequestException.class);
    }

    private static void assertRoundTrip(WireProtocol protocol, Operation operation, long seed) {
        SdkPojo original = new RandomPojos(seed).fill(operation.newRequestBuilder());
        ByteSink body = new ByteSink();
        protocol.writeResponse(original, operation.name(), "id", body);

        assertThat((Object) protocol.readRequest(operation, body.toByteArray())).isEqualTo(original);
    }

    /** A structure without members has no parameters, so it cannot be told from one that was never set. */
    private static SdkPojo withoutEmpty(Operation operation, long seed) {
        SdkPojo candidate = new RandomPojos(seed).fill(operation.newRequestBuilder());
        return (SdkPojo) new QueryProtocol("ns").readRequest(operation, FormWriter.write(candidate));
    }
}
