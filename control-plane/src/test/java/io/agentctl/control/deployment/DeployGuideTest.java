package io.agentctl.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.PriceTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/deploy.md} held to the templates and to the price tables. */
class DeployGuideTest {

    private static final Path GUIDE = Path.of("../docs/deploy.md");

    @Test
    void everyTemplateAndParameterIsThere() throws IOException {
        String guide = Files.readString(GUIDE);
        for (Template template : Template.all()) {
            assertThat(guide).contains("`" + template.file().getFileName() + "`");
            List<String> parameters = template.root().path("Parameters").properties().stream()
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(parameters).as(template.file().toString()).allSatisfy(parameter -> assertThat(guide)
                    .contains("`" + parameter + "`"));
        }
    }

    @Test
    void tasksCostWhatThePriceTableSays() throws IOException {
        assertThat(Files.readString(GUIDE))
                .contains("| runtime, 2 tasks of 256/512 | " + ofTwoTasks("runtime") + " |")
                .contains("| control plane, 2 tasks of 512/1024 | " + ofTwoTasks("control-plane") + " |");
    }

    private static String ofTwoTasks(String template) {
        PriceTable prices = PriceTables.shipped().forRegion(PriceTables.DEFAULT_REGION);
        int cpu = usual(template, "Cpu");
        int memory = usual(template, "Memory");
        return String.format(
                Locale.ROOT,
                "%.2f",
                prices.monthlyUsd(cpu, memory, usual(template, "MinTasks"), Architecture.X86_64, 0));
    }

    private static int usual(String template, String parameter) {
        return Template.of(template)
                .root()
                .at("/Parameters/" + parameter + "/Default")
                .asInt();
    }
}
