package io.agentctl.control.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePriceTablesTest {

    @TempDir
    private Path folder;

    @Test
    void aRegionWithoutPricesTakesThoseOfUsEast1AndSaysSo() {
        assertThat(TablePriceTables.shipped().forRegion("eu-central-1").description())
                .startsWith("DynamoDB list prices of us-east-1 (no prices for eu-central-1: these stand in)");
    }

    @Test
    void aUsersFileReplacesWhatItNames() throws IOException {
        Path file = write(
                "STANDARD: {millionReads: 0.1525, millionWrites: 0.7625, readUnitHour: 0.0001586, writeUnitHour: 0.000793}");

        TableRate rate = TablePriceTables.shipped()
                .overriddenBy(file)
                .forRegion("eu-central-1")
                .rates()
                .get(TableClass.STANDARD);

        assertThat(rate.reads()).isEqualTo(new UnitPrice(0.1525, 0.0001586));
    }

    @Test
    void aFileThatIsNoTablePriceTableIsRefusedWithItsPlace() throws IOException {
        Path file = write("STANDARD: {millionReads: 0.1}");

        assertThatThrownBy(() -> TablePriceTables.shipped().overriddenBy(file))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining(":5:")
                .hasMessageContaining("not 0.1 and NaN");
    }

    private Path write(String standard) throws IOException {
        String text = "date: 2026-02-01\nsource: mine\nregions:\n  eu-central-1:\n    " + standard
                + "\n    STANDARD_INFREQUENT_ACCESS: {millionReads: 0.2, millionWrites: 0.9, readUnitHour: 0.0002,"
                + " writeUnitHour: 0.001}\n";
        return Files.writeString(folder.resolve("prices.yaml"), text);
    }
}
