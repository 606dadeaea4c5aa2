package io.agentctl.control.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.fargate.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaPriceTablesTest {

    @TempDir
    private Path folder;

    @Test
    void aShortInvocationCostsMostlyItsRequest() {
        LambdaRate rate =
                LambdaPriceTables.shipped().forRegion("us-east-1").rates().get(Architecture.X86_64);

        assertThat(rate.invocationUsd(128, 2)).isCloseTo(2.0416668e-7, within(1e-14));
        assertThat(rate.requestUsd() / (rate.invocationUsd(128, 2) - rate.requestUsd()))
                .isCloseTo(48, within(0.1));
    }

    @Test
    void aRegionWithoutPricesTakesThoseOfUsEast1AndSaysSo() {
        assertThat(LambdaPriceTables.shipped().forRegion("eu-central-1").description())
                .startsWith("Lambda list prices of us-east-1 (no prices for eu-central-1: these stand in), 2026-01-01")
                .contains("the request charge included");
    }

    @Test
    void aUsersFileReplacesWhatItNames() throws IOException {
        Path file = write("eu-central-1", "gbSecond: 0.00002, millionRequests: 0.23");

        LambdaPriceTables tables = LambdaPriceTables.shipped().overriddenBy(file);

        assertThat(tables.forRegion("eu-central-1").rates().get(Architecture.ARM64))
                .isEqualTo(new LambdaRate(0.00002, 0.23));
        assertThat(tables.forRegion("us-east-1").rates().get(Architecture.ARM64).gbSecond())
                .isEqualTo(0.0000133334);
    }

    @Test
    void aFileThatIsNoLambdaPriceTableIsRefusedWithItsPlace() throws IOException {
        Path noCharge = write("eu-west-1", "gbSecond: 0.00002");

        assertThatThrownBy(() -> LambdaPriceTables.shipped().overriddenBy(noCharge))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining(":5:")
                .hasMessageContaining("not 2.0E-5 and NaN");
    }

    private Path write(String region, String rate) throws IOException {
        String text =
                """
                date: 2026-03-01
                source: contract 17
                regions:
                  %s:
                    X86_64: { %s }
                    ARM64: { %s }
                """
                        .formatted(region, rate, rate);
        return Files.writeString(folder.resolve("prices.yaml"), text);
    }
}
