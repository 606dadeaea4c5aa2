package io.agentctl.control.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PointsScannerTest {

    private final Map<String, Map<Instant, Double>> points = new LinkedHashMap<>();

    private String rest(String answer) throws IOException {
        PointSink sink = (id, seconds, values, count) -> {
            Map<Instant, Double> taken = points.computeIfAbsent(id, first -> new TreeMap<>());
            for (int index = 0; index < count; index++) {
                taken.put(Instant.ofEpochSecond(seconds[index]), values[index]);
            }
        };
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        return new String(new PointsScanner(new ByteArrayInputStream(bytes), sink).rest(), StandardCharsets.UTF_8);
    }

    @Test
    void pointsAreTakenAndTheRestIsLeft() throws IOException {
        String rest = rest(
                """
                <?xml version="1.0"?>
                <GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">
                  <GetMetricDataResult>
                    <Messages><member><Code>ArithmeticError</Code></member></Messages>
                    <MetricDataResults>
                      <member><Id>m0</Id><Label>a &lt; b é</Label>
                        <Timestamps>
                          <member>2026-12-01T23:55:00Z</member><member>2026-12-02T00:00:00.000Z</member>
                        </Timestamps>
                        <Values><member>12.5</member><member>1.0E-7</member></Values>
                        <StatusCode>PartialData</StatusCode></member>
                      <member><Values><member>-3</member></Values>
                        <Timestamps><member>2024-02-29T00:00:00Z</member></Timestamps><Id>m1</Id></member>
                      <member><Id>m2</Id><Timestamps/><Values></Values></member>
                    </MetricDataResults><NextToken>more</NextToken>
                  </GetMetricDataResult>
                </GetMetricDataResponse>
                """);

        assertThat(points.get("m0"))
                .isEqualTo(Map.of(
                        Instant.parse("2026-12-01T23:55:00Z"), 12.5, Instant.parse("2026-12-02T00:00:00Z"), 1e-7));
        assertThat(points.get("m1")).isEqualTo(Map.of(Instant.parse("2024-02-29T00:00:00Z"), -3.0));
        assertThat(points.get("m2")).isEmpty();
        assertThat(rest)
                .contains(
                        "<member><Id>m0</Id><Label>a &lt; b é</Label>",
                        "<Timestamps></Timestamps>",
                        "<Values></Values>",
                        "<Timestamps/>",
                        "<Messages><member><Code>ArithmeticError</Code></member></Messages>",
                        "<StatusCode>PartialData</StatusCode>",
                        "<NextToken>more</NextToken>")
                .doesNotContain("12.5", "2026-12");
    }

    @Test
    void moreValuesThanTimesAreNoPoints() {
        assertThatThrownBy(() -> rest("<MetricDataResults><member><Id>m0</Id><Values><member>1</member></Values>"
                        + "</member></MetricDataResults>"))
                .isInstanceOf(IOException.class)
                .hasMessage("an answer has 0 times and 1 values");
    }

    @Test
    void whatBreaksOffOrIsNoNumberIsAnError() {
        assertThatThrownBy(() -> rest("<Values><member>1</mem")).hasMessage("an answer ends within a tag");
        assertThatThrownBy(() -> rest("<Values><member>1")).hasMessage("an answer ends within its points");
        assertThatThrownBy(() -> rest("<Values><member>many</member></Values>"))
                .hasMessage("an answer has many for a point");
        assertThatThrownBy(() -> rest("<Timestamps><member>2026-13-01T00:00:00Z</member></Timestamps>"))
                .hasMessage("an answer has 2026-13-01T00:00:00Z for a point");
    }
}
