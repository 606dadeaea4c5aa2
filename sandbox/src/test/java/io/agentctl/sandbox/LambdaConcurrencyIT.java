package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;

/** What is set aside of an account's concurrency, and what is kept ready. */
class LambdaConcurrencyIT {
    private static final String WORLD =
            """
            lambdaConcurrency: 300
            lambda: {timeScale: 0}
            functions:
              - {name: answering, versions: 2, aliases: {live: 2, other: 1}, model: {init: 300ms}}
              - {name: set-aside, reservedConcurrency: 50, versions: 1}
            """;

    private final Sandbox sandbox = Sandbox.start(World.parse(WORLD, Path.of("")));
    private final LambdaClient lambda = Clients.of(LambdaClient.builder(), sandbox);

    @AfterEach
    void stop() {
        lambda.close();
        sandbox.close();
    }

    private void provision(String function, String qualifier, int environments) {
        lambda.putProvisionedConcurrencyConfig(request ->
                request.functionName(function).qualifier(qualifier).provisionedConcurrentExecutions(environments));
    }

    private AccountLimit limit() {
        return lambda.getAccountSettings().accountLimit();
    }

    private String log(String qualifier) {
        String encoded = lambda.invoke(request ->
                        request.functionName("answering").qualifier(qualifier).logType(LogType.TAIL))
                .logResult();
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsProvisionedIsReadyAfterAWhileAndIsNeverCold() {
        provision("answering", "live", 5);
        assertThat(lambda.getProvisionedConcurrencyConfig(
                                request -> request.functionName("answering").qualifier("live"))
                        .status())
                .isEqualTo(ProvisionedConcurrencyStatusEnum.IN_PROGRESS);
        sandbox.advance(Duration.ofMinutes(1));

        assertThat(lambda.listProvisionedConcurrencyConfigs(request -> request.functionName("answering"))
                        .provisionedConcurrencyConfigs())
                .singleElement()
                .satisfies(config -> {
                    assertThat(config.functionArn()).endsWith(":function:answering:live");
                    assertThat(config.status()).isEqualTo(ProvisionedConcurrencyStatusEnum.READY);
                    assertThat(config.allocatedProvisionedConcurrentExecutions())
                            .isEqualTo(5);
                });
        assertThat(log("live")).doesNotContain("Init Duration");
        assertThat(log("other")).contains("Init Duration");
        lambda.deleteProvisionedConcurrencyConfig(
                request -> request.functionName("answering").qualifier("live"));
        assertThatThrownBy(() -> lambda.getProvisionedConcurrencyConfig(
                        request -> request.functionName("answering").qualifier("live")))
                .isInstanceOf(ProvisionedConcurrencyConfigNotFoundException.class);
    }

    @Test
    void itIsTakenFromTheAccountWhichKeepsAHundredForTheRest() {
        assertThat(limit().concurrentExecutions()).isEqualTo(300);
        assertThat(limit().unreservedConcurrentExecutions()).isEqualTo(250);
        provision("answering", "live", 100);
        assertThat(limit().unreservedConcurrentExecutions()).isEqualTo(150);
        provision("set-aside", "1", 50);
        assertThat(limit().unreservedConcurrentExecutions()).isEqualTo(150);

        assertThatThrownBy(() -> provision("answering", "live", 151))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("below its minimum value of [100]");
        assertThatThrownBy(() -> provision("set-aside", "1", 51)).hasMessageContaining("reservedConcurrentExecution");
        assertThatThrownBy(() -> lambda.putFunctionConcurrency(
                        request -> request.functionName("answering").reservedConcurrentExecutions(151)))
                .hasMessageContaining("below its minimum value of [100]");
    }

    @Test
    void itGoesNeitherOnLatestNorOnAnAliasOfTwoVersionsNorTwiceOnOne() {
        assertThatThrownBy(() -> provision("answering", "$LATEST", 1))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("unpublished");
        lambda.updateAlias(request -> request.functionName("answering")
                .name("other")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.5))));
        assertThatThrownBy(() -> provision("answering", "other", 1))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("routing weights");
        provision("answering", "live", 1);
        assertThatThrownBy(() -> provision("answering", "2", 1)).isInstanceOf(ResourceConflictException.class);
    }
}
