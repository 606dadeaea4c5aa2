package io.agentctl.control.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTablesTest {

    @TempDir
    private Path folder;

    @Test
    void oneVirtualProcessorAndTwoGigabytesForAMonth() {
        PriceTable table = PriceTables.shipped().forRegion("us-east-1");

        assertThat(table.monthlyCost(1024, 2048, 1, Architecture.X86_64, 0)).hasToString("$36.04");
        assertThat(table.monthlyCost(1024, 2048, 2, Architecture.ARM64, 0)).hasToString("$57.67");
        assertThat(table.monthlyCost(1024, 2048, 1, Architecture.X86_64, 0.5)).hasToString("$23.43");
    }

    @Test
    void aRegionWithoutPricesTakesThoseOfUsEast1AndSaysSo() {
        PriceTable table = PriceTables.shipped().forRegion("eu-central-1");

        assertThat(table.description())
                .startsWith("Fargate list prices of us-east-1 (no prices for eu-central-1: these stand in), 2026-01-01")
                .contains("USD, 730 hours a month, Spot at 30 % of on demand");
        assertThat(table.rates())
                .isEqualTo(PriceTables.shipped().forRegion("us-east-1").rates());
    }

    @Test
    void aUsersFileReplacesWhatItNames() throws IOException {
        Path file = write(
                """
                date: 2026-03-01
                source: contract 17
                spotFactor: 0.4
                regions:
                  eu-central-1:
                    X86_64: { vcpuHour: 0.05, gbHour: 0.005 }
                    ARM64: { vcpuHour: 0.04, gbHour: 0.004 }
                """);

        PriceTables tables = PriceTables.shipped().overriddenBy(file);

        assertThat(tables.forRegion("eu-central-1").description())
                .startsWith("Fargate list prices of eu-central-1, 2026-03-01, contract 17");
        assertThat(tables.forRegion("us-east-1")
                        .rates()
                        .get(Architecture.X86_64)
                        .vcpuHour())
                .isEqualTo(0.04048);
    }

    @Test
    void aFileThatIsNoPriceTableIsRefusedWithItsPlace() throws IOException {
        assertRefused("date: 2026-03-01\nsauce: x\nsource: x\nspotFactor: 0.3\nregions: {}\n", ":2:");
        assertRefused("date: 2026-03-01\n", "source");
        assertRefused("date: soon\nsource: x\nspotFactor: 0.3\nregions: {}\n", "the date is a day");
        assertRefused(
                """
                date: 2026-03-01
                source: x
                spotFactor: 0.3
                regions:
                  eu-west-1:
                    X86_64: { vcpuHour: -1, gbHour: 0.005 }
                """,
                ":6:");
        assertRefused(
                """
                date: 2026-03-01
                source: x
                spotFactor: 0.3
                regions:
                  eu-west-1:
                    X86_64: { vcpuHour: 0.04, gbHour: 0.005 }
                """,
                "no price for ARM64 in eu-west-1");
        assertRefused("", "not a price table");
    }

    private void assertRefused(String text, String part) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> PriceTables.shipped().overriddenBy(file))
                .isInstanceOfSatisfying(AgentctlException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.BAD_DOCUMENT))
                .hasMessageContaining(part)
                .hasMessageStartingWith(file.toString());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("prices.yaml"), text);
    }
}
