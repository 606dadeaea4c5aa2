package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LicencesTest {

    private Licences licences;

    @BeforeEach
    void read() throws IOException {
        licences = Licences.of(new Sources(Path.of("..").toAbsolutePath(), "1", Instant.EPOCH));
    }

    @Test
    void aLibraryThatIsNamedGetsTheTextWithItsHolder() throws IOException {
        assertThat(licences.text(component("jline", "BSD-4-Clause")))
                .startsWith("Copyright (c) 2002-2023, the original author or authors. All rights reserved.\n\n")
                .contains("Redistribution and use in source and binary forms");
    }

    @Test
    void whatItsPomSaidIsCorrected() throws IOException {
        ObjectNode jline = component("jline", "BSD-4-Clause");

        licences.correct(jline);

        assertThat(jline).isEqualTo(component("jline", "BSD-3-Clause"));
    }

    @Test
    void oneUnderApachesLicenceGetsThat() throws IOException {
        assertThat(licences.text(component("any", "Apache-2.0"))).contains("Apache License", "Version 2.0");
    }

    @Test
    void oneUnderAnUnknownLicenceStopsTheBuild() throws IOException {
        ObjectNode unknown = component("any", "BSD-2-Clause");

        assertThatThrownBy(() -> licences.text(unknown))
                .isInstanceOf(IOException.class)
                .hasMessage("any brings no licence: name it in dist/licenses/libraries.properties");
    }

    private static ObjectNode component(String name, String licence) throws IOException {
        return (ObjectNode) new ObjectMapper()
                .readTree("""
                        {"name": "%s", "licenses": [{"license": {"id": "%s"}}]}"""
                        .formatted(name, licence));
    }
}
