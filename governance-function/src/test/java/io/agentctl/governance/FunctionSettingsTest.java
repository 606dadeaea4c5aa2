package io.agentctl.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.policies.PolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionSettingsTest {

    private static String key() throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }

    @Test
    void withoutVariablesTheDefaultsOfTheRuntimeHold() {
        FunctionSettings settings = FunctionSettings.read(Map.of());

        assertThat(settings.environment()).isEqualTo("development");
        assertThat(settings.table()).isEqualTo("agent-runtime-governance-policies");
        assertThat(settings.watch()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.trusted().required()).isFalse();
    }

    @Test
    void everyVariableIsListedInTheGuideWithItsDefault() throws IOException {
        Map<String, String> stated = Files.readAllLines(Path.of("../docs/runtime.md")).stream()
                .map(line -> line.replace("`", "").split("\\|", -1))
                .filter(cells -> cells.length > 2 && cells[1].strip().startsWith("AGENTCTL_"))
                .collect(Collectors.toMap(cells -> cells[1].strip(), cells -> cells[2].strip()));
        Set<String> asked = new HashSet<>();
        FunctionSettings usual = FunctionSettings.read(new HashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public String get(Object name) {
                asked.add((String) name);
                return null;
            }
        });

        assertThat(stated.keySet()).isEqualTo(asked);
        stated.forEach((name, value) -> {
            String text = value.equals("none") ? "" : value.replace("${AGENTCTL_PROJECT}", "agent-runtime");
            assertThat(FunctionSettings.read(Map.of(name, text))).as(name).isEqualTo(usual);
        });
    }

    @Test
    void theTableIsNamedAfterTheProjectUnlessItIsNamed() {
        assertThat(FunctionSettings.read(Map.of("AGENTCTL_PROJECT", "acme")).table())
                .isEqualTo("acme-governance-policies");
        assertThat(FunctionSettings.read(Map.of("AGENTCTL_PROJECT", "acme", "AGENTCTL_TABLE", "other"))
                        .table())
                .isEqualTo("other");
    }

    @Test
    void aKeyIsTheVariableItselfOrAFileInThePackage(@TempDir Path folder) throws Exception {
        String pem = key();
        Path file = Files.writeString(folder.resolve("key.pem"), pem);

        assertThat(FunctionSettings.read(Map.of("AGENTCTL_TRUST", pem))
                        .trusted()
                        .fingerprints())
                .isEqualTo(FunctionSettings.read(Map.of("AGENTCTL_TRUST", pem.replace("\n", "\\n")))
                        .trusted()
                        .fingerprints())
                .isEqualTo(FunctionSettings.read(Map.of("AGENTCTL_TRUST", file.toString()))
                        .trusted()
                        .fingerprints())
                .hasSize(1);
    }

    @Test
    void whatCannotBeUsedKeepsTheFunctionFromStarting() {
        assertThatThrownBy(() -> FunctionSettings.read(Map.of("AGENTCTL_WATCH", "soon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AGENTCTL_WATCH")
                .hasMessageContaining("soon");
        assertThatThrownBy(() -> FunctionSettings.read(Map.of("AGENTCTL_DECISION_LOG", "some")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all, problems or off");
        assertThatThrownBy(() -> FunctionSettings.read(Map.of("AGENTCTL_TRUST", "missing.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem");
        assertThatThrownBy(() -> FunctionSettings.read(Map.of("AGENTCTL_TRUST", "-----BEGIN NONSENSE-----")))
                .isInstanceOf(PolicyException.class);
    }
}
