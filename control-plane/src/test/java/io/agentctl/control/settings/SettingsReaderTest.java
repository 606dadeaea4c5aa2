package io.agentctl.control.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private static final String USER =
            """
            currentContext: work
            contexts:
              work:
                type: aws
                profile: work-profile
                region: eu-west-1
                project: work-project
              prod:
                type: aws
                profile: prod-profile
                region: us-west-2
              plane:
                type: control-plane
                url: https://plane.example.com
            """;

    private static final URI RUNNING = URI.create("http://127.0.0.1:4600");

    /** The texts of one case; a word that is null is left out. */
    private static Settings settings(TargetFlags flags, Map<String, String> environment, String project, String user) {
        Path folder = Path.of("/home/shop");
        return SettingsReader.read(
                new Inputs(
                        flags,
                        environment,
                        folder,
                        Optional.ofNullable(project).map(text -> new TextFile(folder.resolve("agentctl.yaml"), text)),
                        Optional.ofNullable(user).map(text -> new TextFile(Path.of("/home/me/config.yaml"), text)),
                        Optional.of(new SandboxState(1, 4600, RUNNING, Duration.ZERO)),
                        Optional.of(
                                new TextFile(
                                        Path.of("/home/me/.aws/config"),
                                        """
                        [default]
                        region = ap-south-1
                        [profile work-profile]
                        output = json
                        region=ca-central-1
                        """))));
    }

    private static TargetFlags flags(String context, String profile, String region, String endpoint) {
        return new TargetFlags(
                Optional.ofNullable(context),
                Optional.ofNullable(profile),
                Optional.ofNullable(region),
                Optional.ofNullable(endpoint));
    }

    private static final TargetFlags NO_FLAGS = flags(null, null, null, null);

    @ParameterizedTest(name = "flag {0}, AGENTCTL_REGION {1}, AWS_REGION {2}, project {3}, user {4}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            sa-east-1, us-east-2, us-west-1, eu-north-1, user, sa-east-1,    --region
            -,         us-east-2, us-west-1, eu-north-1, user, us-east-2,    AGENTCTL_REGION
            -,         -,         us-west-1, eu-north-1, user, us-west-1,    AWS_REGION
            -,         -,         -,         eu-north-1, user, eu-north-1,   /home/shop/agentctl.yaml:1
            -,         -,         -,         -,          user, eu-west-1,    context work
            -,         -,         -,         -,          -,    ap-south-1,   /home/me/.aws/config:2
            """)
    void theFirstPlaceThatHasARegionWins(
            String flag, String own, String aws, String project, String user, String expected, String from) {
        Map<String, String> environment = new HashMap<>();
        Optional.ofNullable(own).ifPresent(value -> environment.put("AGENTCTL_REGION", value));
        Optional.ofNullable(aws).ifPresent(value -> environment.put("AWS_REGION", value));

        Settings settings = settings(
                flags(null, null, flag, null),
                environment,
                project == null ? null : "region: " + project,
                user == null ? null : USER);

        assertThat(settings.region().map(Sourced::value)).contains(expected);
        assertThat(settings.region().map(region -> region.source().where())).contains(from);
    }

    @ParameterizedTest(name = "flag {0}, AGENTCTL_CONTEXT {1}, project {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            sandbox, prod, plane, user, sandbox, --context
            -,       prod, plane, user, prod,    AGENTCTL_CONTEXT
            -,       -,    plane, user, plane,   /home/shop/agentctl.yaml:1
            -,       -,    -,     user, work,    /home/me/config.yaml:1
            -,       -,    -,     -,    -,       -
            """)
    void theFirstPlaceThatNamesAContextWins(
            String flag, String variable, String project, String user, String expected, String from) {
        Settings settings = settings(
                flags(flag, null, null, null),
                variable == null ? Map.of() : Map.of("AGENTCTL_CONTEXT", variable),
                project == null ? null : "context: " + project,
                user == null ? null : USER);

        assertThat(settings.named().map(named -> named.value().name())).isEqualTo(Optional.ofNullable(expected));
        assertThat(settings.named().map(named -> named.source().where())).isEqualTo(Optional.ofNullable(from));
    }

    @Test
    void aContextThatWasTypedIsNotLedElsewhereByAmbientVariables() {
        Map<String, String> ambient = Map.of("AWS_PROFILE", "other", "AWS_REGION", "us-west-1");

        Settings typed = settings(flags("prod", null, null, null), ambient, null, USER);
        Settings current = settings(NO_FLAGS, ambient, null, USER);

        assertThat(typed.profile().map(Sourced::value)).contains("prod-profile");
        assertThat(typed.region().map(Sourced::value)).contains("us-west-2");
        assertThat(current.profile().map(Sourced::value)).contains("other");
        assertThat(current.region().map(Sourced::value)).contains("us-west-1");
    }

    @Test
    void theRegionOfAProfileIsFoundInTheAwsConfiguration() {
        Settings settings = settings(flags(null, "work-profile", null, null), Map.of(), null, null);

        assertThat(settings.region().map(Sourced::value)).contains("ca-central-1");
        assertThat(settings.region().map(region -> region.source().where())).contains("/home/me/.aws/config:5");
    }

    @Test
    void theSandboxNeedsNoConfigurationAndNoAmbientEndpointLeadsOutOfIt() {
        Map<String, String> ambient =
                Map.of("AWS_ENDPOINT_URL", "https://elsewhere.example.com", "AWS_PROFILE", "production");

        Settings settings = settings(flags("sandbox", null, null, null), ambient, null, null);

        assertThat(settings.contextForChanges()).isEqualTo(new Context.Sandbox("sandbox"));
        assertThat(settings.endpoint().map(Sourced::value)).contains(RUNNING);
        assertThat(settings.profile()).isEmpty();
        assertThat(settings.region().map(Sourced::value)).contains("us-east-1");
    }

    @Test
    void aChangeHasNoDefaultTargetButReadsHave() {
        Settings settings = settings(NO_FLAGS, Map.of(), null, null);

        assertThat(settings.contextForReading().name()).isEqualTo("aws");
        assertThatExceptionOfType(AgentctlException.class)
                .isThrownBy(settings::contextForChanges)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_CONFIGURATION))
                .satisfies(failure -> assertThat(failure.advice()).contains("--context", "config use"));
    }

    @Test
    void namesFollowTheProject() {
        Project project = settings(NO_FLAGS, Map.of(), "project: shop", null).project();

        assertThat(project.cluster()).isEqualTo(new Sourced<>("shop", Source.BUILT_IN));
        assertThat(project.functions().value()).containsExactly("shop-governance");
        assertThat(project.tables().value()).containsExactly("shop-governance-policies");
    }

    @Test
    void everythingInTheProjectFileIsRead() {
        Project project = settings(
                        NO_FLAGS,
                        Map.of(),
                        """
                        # the shop
                        project: shop
                        cluster: main
                        services: [api, worker]
                        functions: govern
                        budgets:
                          cpu: 60
                          memory: 75%
                        slos: objectives/slos.yaml
                        prices: prices.yaml
                        tablePrices: dynamodb.yaml
                        alarmPrices: alarms.yaml
                        journal: dynamodb
                        """,
                        USER)
                .project();

        assertThat(project.name().source().where()).isEqualTo("/home/shop/agentctl.yaml:2");
        assertThat(project.cluster().value()).isEqualTo("main");
        assertThat(project.services().value()).containsExactly("api", "worker");
        assertThat(project.functions().value()).containsExactly("govern");
        assertThat(project.budgets().cpu().value()).isEqualTo(0.60);
        assertThat(project.budgets().memory().value()).isEqualTo(0.75);
        assertThat(project.budgets().table()).isEqualTo(new Sourced<>(0.80, Source.BUILT_IN));
        assertThat(project.slos().value()).isEqualTo(Path.of("/home/shop/objectives/slos.yaml"));
        assertThat(project.prices().map(Sourced::value)).contains(Path.of("/home/shop/prices.yaml"));
        assertThat(project.tablePrices().map(Sourced::value)).contains(Path.of("/home/shop/dynamodb.yaml"));
        assertThat(project.alarmPrices().map(Sourced::value)).contains(Path.of("/home/shop/alarms.yaml"));
        assertThat(project.journal().value()).isEqualTo(JournalKind.DYNAMODB);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'projct: shop'                | agentctl.yaml:1:1: unknown key 'projct'                       | Did you mean project?
            'project: a\\nbudgets:\\n  cpus: 1' | agentctl.yaml:3:3: unknown key 'cpus'                    | Did you mean cpu?
            'budgets:\\n  cpu: 170'       | agentctl.yaml:2:8: 'cpu' must be a percentage over 0 and up to 100, not '170' |
            'budgets:\\n  cpu: much'      | agentctl.yaml:2:8: 'cpu' must be a percentage over 0 and up to 100, not 'much' |
            'budgets: 70'                 | agentctl.yaml:1:10: 'budgets' must have keys of its own         |
            'journal: paper'              | agentctl.yaml:1:10: 'journal' must be auto, file or dynamodb, not 'paper' |
            'region: Frankfurt'           | agentctl.yaml:1:9: 'region' must be a region such as eu-central-1, not 'Frankfurt' |
            'cluster: [a]'                | agentctl.yaml:1:10: 'cluster' must be a text                    |
            'cluster:'                    | agentctl.yaml:1:9: a key without a value                        |
            'project: a\\nproject: b'     | agentctl.yaml:2:1: 'project' is given twice                     |
            'project: a\\n  cluster: b'   | agentctl.yaml:2:10: mapping values are not allowed here         |
            '- a'                         | agentctl.yaml:1:1: expected 'key: value' lines                  |
            'project: a\\n---\\nproject: b' | agentctl.yaml:3:1: a second document; there can be only one   |
            'context: nowhere'            | there is no context 'nowhere'                                   | 'agentctl config contexts' lists them.
            'context: prd'                | there is no context 'prd'                                       | Did you mean prod? 'agentctl config contexts' lists them.
            """)
    void whatIsNotUnderstoodIsRefusedWithItsPlace(String text, String message, String advice) {
        String project = text.replace("\\n", "\n");

        assertThatExceptionOfType(AgentctlException.class)
                .isThrownBy(() -> settings(NO_FLAGS, Map.of(), project, USER))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_CONFIGURATION))
                .satisfies(failure -> assertThat(failure.getMessage().replace("/home/shop/", ""))
                        .isEqualTo(message))
                .satisfies(failure -> assertThat(failure.advice()).isEqualTo(advice == null ? "" : advice));
    }

    @Test
    void badFlagsAreUsageAndBadVariablesConfiguration() {
        assertThatExceptionOfType(AgentctlException.class)
                .isThrownBy(() -> settings(flags(null, null, "Frankfurt", null), Map.of(), null, null))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.USAGE))
                .withMessage("--region: 'Frankfurt' is not a region such as eu-central-1");
        assertThatExceptionOfType(AgentctlException.class)
                .isThrownBy(() -> settings(NO_FLAGS, Map.of("AWS_ENDPOINT_URL", "localhost:4566"), null, null))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_CONFIGURATION))
                .withMessage("AWS_ENDPOINT_URL: 'localhost:4566' is not an http or https URL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'contexts:\\n  a:\\n    type: azure'         | config.yaml:3:11: 'type' must be aws, sandbox or control-plane, not 'azure'
            'contexts:\\n  a:\\n    type: control-plane' | config.yaml:2:3: context 'a' needs a 'url'
            'contexts:\\n  a:\\n    profil: x'           | config.yaml:3:5: unknown key 'profil'
            'contexts: a'                                | config.yaml:1:11: 'contexts' must have keys of its own
            """)
    void theUserConfigurationIsReadAsStrictly(String text, String message) {
        assertThatExceptionOfType(AgentctlException.class)
                .isThrownBy(() -> settings(NO_FLAGS, Map.of(), null, text.replace("\\n", "\n")))
                .satisfies(failure -> assertThat(failure.getMessage().replace("/home/me/", ""))
                        .isEqualTo(message));
    }
}
