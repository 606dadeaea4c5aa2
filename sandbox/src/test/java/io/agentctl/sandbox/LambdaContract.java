package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** What Lambda does with functions, versions and aliases, whoever plays it. */
interface LambdaContract {
    /** A client of whoever plays Lambda. */
    LambdaClient lambda();

    /** The name of a function of 256 MB without versions, which no other test has used. */
    String function();

    private UpdateFunctionConfigurationResponse memory(String function, int megabytes) {
        UpdateFunctionConfigurationResponse response = lambda().updateFunctionConfiguration(
                        request -> request.functionName(function).memorySize(megabytes));
        lambda().waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(function));
        return response;
    }

    private String publish(String function) {
        return lambda().publishVersion(request -> request.functionName(function))
                .version();
    }

    @Test
    default void anUpdateChangesWhatItNamesAndLeavesTheRest() {
        String function = function();
        String role = lambda().getFunctionConfiguration(request -> request.functionName(function))
                .role();

        lambda().updateFunctionConfiguration(request -> request.functionName(function)
                .memorySize(512)
                .timeout(17)
                .description("larger")
                .environment(environment -> environment.variables(Map.of("MODE", "careful"))));
        lambda().waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(function));

        FunctionConfiguration after =
                lambda().getFunction(request -> request.functionName(function)).configuration();
        assertThat(after.memorySize()).isEqualTo(512);
        assertThat(after.timeout()).isEqualTo(17);
        assertThat(after.description()).isEqualTo("larger");
        assertThat(after.environment().variables()).isEqualTo(Map.of("MODE", "careful"));
        assertThat(after.role()).isEqualTo(role);
        assertThat(after.version()).isEqualTo("$LATEST");
    }

    @Test
    default void aVersionKeepsWhatTheFunctionWas() {
        String function = function();
        memory(function, 512);
        String first = publish(function);
        memory(function, 1024);
        String second = publish(function);

        assertThat(first).isEqualTo("1");
        assertThat(second).isEqualTo("2");
        assertThat(lambda().getFunctionConfiguration(
                                request -> request.functionName(function).qualifier("1"))
                        .memorySize())
                .isEqualTo(512);
        assertThat(lambda().listVersionsByFunction(request -> request.functionName(function))
                        .versions())
                .extracting(FunctionConfiguration::version)
                .containsExactly("$LATEST", "1", "2");
    }

    @Test
    default void anAliasPointsAtAVersionAndIsMoved() {
        String function = function();
        memory(function, 512);
        publish(function);
        memory(function, 1024);
        publish(function);

        assertThat(lambda().createAlias(request -> request.functionName(function)
                                .name("live")
                                .functionVersion("1")
                                .description("what callers use"))
                        .aliasArn())
                .endsWith(":function:" + function + ":live");
        lambda().updateAlias(
                        request -> request.functionName(function).name("live").functionVersion("2"));

        assertThat(lambda().getAlias(request -> request.functionName(function).name("live"))
                        .functionVersion())
                .isEqualTo("2");
        assertThat(lambda().getFunctionConfiguration(
                                request -> request.functionName(function).qualifier("live"))
                        .memorySize())
                .isEqualTo(1024);
        lambda().deleteAlias(request -> request.functionName(function).name("live"));
        assertThat(lambda().listAliases(request -> request.functionName(function))
                        .aliases())
                .extracting(AliasConfiguration::name)
                .isEmpty();
        assertThatThrownBy(() -> lambda().getAlias(
                                request -> request.functionName(function).name("live")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    default void anAliasCannotBeMadeTwice() {
        String function = function();
        publish(function);
        lambda().createAlias(
                        request -> request.functionName(function).name("live").functionVersion("1"));

        assertThatThrownBy(() -> lambda().createAlias(request ->
                        request.functionName(function).name("live").functionVersion("1")))
                .isInstanceOfSatisfying(
                        LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(409))
                .hasMessageContaining("Alias already exists");
    }

    @Test
    default void anAliasCanSendAShareElsewhere() {
        String function = function();
        memory(function, 512);
        publish(function);
        memory(function, 1024);
        publish(function);
        lambda().createAlias(request -> request.functionName(function)
                .name("live")
                .functionVersion("1")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.25))));

        assertThat(lambda().getAlias(request -> request.functionName(function).name("live"))
                        .routingConfig()
                        .additionalVersionWeights())
                .isEqualTo(Map.of("2", 0.25));
    }

    @Test
    default void aVersionIsDeletedAlone() {
        String function = function();
        memory(function, 512);
        publish(function);
        memory(function, 1024);
        publish(function);

        lambda().deleteFunction(request -> request.functionName(function).qualifier("1"));

        assertThat(lambda().listVersionsByFunction(request -> request.functionName(function))
                        .versions())
                .extracting(FunctionConfiguration::version)
                .containsExactly("$LATEST", "2");
    }

    @Test
    default void concurrencyIsReservedAndReleased() {
        String function = function();
        assertThat(lambda().putFunctionConcurrency(
                                request -> request.functionName(function).reservedConcurrentExecutions(7))
                        .reservedConcurrentExecutions())
                .isEqualTo(7);
        assertThat(lambda().getFunctionConcurrency(request -> request.functionName(function))
                        .reservedConcurrentExecutions())
                .isEqualTo(7);
        lambda().deleteFunctionConcurrency(request -> request.functionName(function));
        assertThat(lambda().getFunctionConcurrency(request -> request.functionName(function))
                        .reservedConcurrentExecutions())
                .isNull();
    }

    @Test
    default void tagsComeAndGo() {
        String arn = lambda().getFunctionConfiguration(request -> request.functionName(function()))
                .functionArn();
        lambda().tagResource(request -> request.resource(arn).tags(Map.of("team", "models", "stage", "test")));
        lambda().untagResource(request -> request.resource(arn).tagKeys("stage"));

        assertThat(lambda().listTags(request -> request.resource(arn)).tags()).isEqualTo(Map.of("team", "models"));
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> lambda().updateFunctionConfiguration(
                                request -> request.functionName("nobody").memorySize(256)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> lambda().publishVersion(request -> request.functionName("nobody")))
                .isInstanceOfSatisfying(
                        LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    default void aFunctionIsDeletedWithAllItsVersions() {
        String function = function();
        publish(function);
        lambda().deleteFunction(request -> request.functionName(function));

        assertThatThrownBy(() -> lambda().getFunction(request -> request.functionName(function)))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
