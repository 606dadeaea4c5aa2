package io.agentctl.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agentctl.control.plan.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "10m, PT10M",
        "1h30m, PT1H30M",
        "14d, PT336H",
        "2w, PT336H",
        "500ms, PT0.5S",
        "0s, PT0S",
        "PT10M, PT10M",
        "P14D, PT336H",
        "pt1h, PT1H"
    })
    void durations(String text, Duration expected) {
        assertThat(DurationConverter.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "10 m", "-10m", "1.5h", "10min", "PT", "-PT5M", "PT-5M", "P1Y", "10m5"})
    void notDurations(String text) {
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> DurationConverter.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00+02:00, 2026-03-01T08:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z"
    })
    void instants(String text, Instant expected) {
        assertThat(InstantConverter.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-03-01T10:00:00", "10:00"})
    void notInstants(String text) {
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> InstantConverter.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"12.50, 12.50", "$0.04, 0.04", "100, 100"})
    void money(String text, BigDecimal expected) {
        assertThat(MoneyConverter.parse(text)).isEqualTo(new Money(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$", "-5", "12,50", "1e3", "12.34567"})
    void notMoney(String text) {
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> MoneyConverter.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "0.5vcpu, 512", ".25vCPU, -1", "2 vCPU, 2048", "0, -1", "0.3vcpu, -1", "1.5, -1", "x, -1"})
    void cpuUnits(String text, int expected) {
        CpuUnitsConverter converter = new CpuUnitsConverter();

        if (expected > 0) {
            assertThat(converter.convert(text)).isEqualTo(expected);
        } else {
            assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> converter.convert(text));
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024", "512MiB, 512", "2GB, 2048", "0.5g, 512", "2 GiB, 2048", "0, -1", "1.5, -1", "2T, -1"})
    void mebibytes(String text, int expected) {
        MebibytesConverter converter = new MebibytesConverter();

        if (expected > 0) {
            assertThat(converter.convert(text)).isEqualTo(expected);
        } else {
            assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> converter.convert(text));
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 0.6", "60%, 0.6", "0, 0", "100, 1", "99.9, 0.999"})
    void shares(String text, double expected) {
        assertThat(new ShareConverter().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "101", "-1", "0.5.5", "NaN", "half"})
    void notShares(String text) {
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> new ShareConverter().convert(text));
    }
}
