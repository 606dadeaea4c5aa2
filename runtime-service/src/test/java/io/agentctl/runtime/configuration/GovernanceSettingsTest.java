package io.agentctl.runtime.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GovernanceSettingsTest {

    private static RuntimeConfiguration read(String text) {
        return ConfigurationReader.read("runtime.yaml", text);
    }

    @Test
    void aFunctionDecidesWhereOneIsNamed() {
        assertThat(read("").governance()).isEmpty();
        assertThat(read("governance: {function: \"acme-governance:live\", timeout: 1s}")
                        .governance()
                        .orElseThrow())
                .satisfies(governance -> {
                    assertThat(governance.target()).isEqualTo("lambda:acme-governance:live");
                    assertThat(governance.settings().values()).containsOnlyKeys("timeout");
                    assertThat(governance.settings().place("target")).isEqualTo("runtime.yaml:1:24");
                });
    }

    @Test
    void settingsWithoutAFunctionAreRefused() {
        assertThatThrownBy(() -> read("project: acme\ngovernance: {timeout: 1s}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("runtime.yaml:2:13: governance has no function");
    }

    @Test
    void policiesThatNobodyWouldAskAreRefused() {
        assertThatThrownBy(() -> read("governance: {function: f}\npolicies: {files: [policies]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("runtime.yaml:2:19: policies.files means nothing where the function f decides");
    }

    @Test
    void aBackEndOfItsNameIsRefused() {
        assertThatThrownBy(() -> read("governance: {function: f}\nbackends: {governance: {target: \"echo:\"}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a back end has the name governance");
    }
}
