package io.agentctl.plane.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.remote.RunState;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A run as version 1 kept it, which is never made anew, and as later ones may keep theirs. */
class RunDocumentTest {

    @Test
    void aRunOfVersionOneStillSaysWhatBecameOfIt() throws IOException {
        Run run = RunDocument.read(sample());

        assertThat(run.asked().caller()).isEqualTo("alice");
        assertThat(run.asked().useCase()).isEqualTo("ecs.services");
        assertThat(run.standing().state()).isEqualTo(RunState.FAILED);
        assertThat(run.standing().failure().orElseThrow().message()).isEqualTo("there is no cluster nope");
        assertThat(run.operations()).hasSize(1);
        assertThat(run.version()).isEqualTo(3);
    }

    @Test
    void whatIsWrittenSaysItsVersionAndIsReadBack() throws IOException {
        Run run = RunDocument.read(sample());

        JsonNode written = RunDocument.write(run);

        assertThat(written.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(RunDocument.read(written)).isEqualTo(run);
    }

    @Test
    void aRunOfALaterVersionIsRefusedAndTheReaderIsToldToUpgrade() throws IOException {
        ObjectNode later = sample().put("schemaVersion", 2);

        assertThatThrownBy(() -> RunDocument.read(later))
                .hasMessageContaining("was written by a newer agentctl (schemaVersion 2; this one reads up to 1)");
    }

    @Test
    void aFieldThatIsNotKnownIsRefused() throws IOException {
        ObjectNode strange = sample().put("stranger", true);

        assertThatThrownBy(() -> RunDocument.read(strange))
                .hasMessageContaining("is none that this control plane can read")
                .hasMessageContaining("stranger");
    }

    private static ObjectNode sample() throws IOException {
        try (var stream = RunDocumentTest.class.getResourceAsStream("/io/agentctl/plane/v1/run.json")) {
            return (ObjectNode) JsonMapper.builder().build().readTree(stream);
        }
    }
}
