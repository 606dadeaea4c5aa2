package io.agentctl.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.permission.Names;
import io.agentctl.control.permission.PolicyDocument;
import io.agentctl.control.permission.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies are made from what use cases declare; a run with {@code -Dgenerated=write} writes them anew. */
class GeneratedPoliciesTest {

    private static final Path FOLDER = Path.of("../dist/iam");
    private static final boolean WRITES = System.getProperty("generated", "").equals("write");

    @ParameterizedTest
    @EnumSource
    void theFileIsWhatTheRoleNeeds(Role role) throws IOException {
        Path file = FOLDER.resolve(role.title() + ".json");
        String now = role.policy(Names.OF_TEMPLATES).text();
        if (WRITES) {
            Files.writeString(file, now);
        }

        assertThat(Files.readString(file))
                .as(file + " is up to date: run this test with -Dgenerated=write")
                .isEqualTo(now);
    }

    @Test
    void theTemplateHasThem() throws IOException {
        Path file = Template.FOLDER.resolve("iam.yaml");
        String now = IamTemplate.text();
        if (WRITES) {
            Files.writeString(file, now);
        }

        assertThat(Files.readString(file))
                .as(file + " is up to date: run this test with -Dgenerated=write")
                .isEqualTo(now);
    }

    @ParameterizedTest
    @EnumSource
    void policiesAreNarrow(Role role) {
        PolicyDocument policy = role.policy(Names.OF_TEMPLATES);
        JsonNode document = policy.json();
        Set<String> names = new HashSet<>();

        assertThat(document.path("Version").asText()).isEqualTo("2012-10-17");
        assertThat(policy.length()).isLessThan(PolicyDocument.LONGEST);
        assertThat(document.path("Statement")).isNotEmpty().allSatisfy(statement -> {
            assertThat(names.add(statement.path("Sid").asText())).isTrue();
            assertThat(statement.path("Action")).isNotEmpty().allSatisfy(action -> assertThat(action.asText())
                    .doesNotContain("*"));
            if (statement.path("Action").toString().contains("iam:PassRole")) {
                assertThat(statement
                                .at("/Condition/StringEquals/iam:PassedToService")
                                .asText())
                        .isEqualTo("ecs-tasks.amazonaws.com");
                assertThat(statement.path("Resource").asText()).endsWith(":role/${Project}/*");
            }
        });
    }

    /** Whoever only looks must be able to look with this policy, and to do nothing else. */
    @Test
    void aViewerChangesNothing() {
        assertThat(Role.VIEWER.allowed()).isNotEmpty().allMatch(permission -> permission.reads());
    }
}
