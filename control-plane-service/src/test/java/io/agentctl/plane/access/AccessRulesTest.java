package io.agentctl.plane.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {

    private static final Demand ROLLOUT = on(Deed.CHANGE, "ecs", "ecs-service:main/api");

    private static Caller token(String name, Role... roles) {
        return new Caller("token:" + name, Set.of(roles), Caller.Kind.TOKEN);
    }

    private static Caller aws(String name) {
        return new Caller(name, Set.of(), Caller.Kind.AWS);
    }

    private static Demand on(Deed deed, String capability, String... resources) {
        return new Demand(
                "plan.apply",
                deed,
                List.of(resources).stream()
                        .map(resource -> new Demand.Part(capability, Optional.of(ResourceId.parse(resource))))
                        .toList());
    }

    private static Grant grant(String to, Role role, String capability, String resource) {
        return new Grant(
                List.of(new Glob(to)), Set.of(role), List.of(new Glob(capability)), List.of(new Glob(resource)));
    }

    private static AccessRules rules(Grant... grants) {
        return new AccessRules(List.of(grants));
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER,   true, false, false, false",
        "OPERATOR, true, true,  false, false",
        "APPROVER, true, false, true,  false",
        "ADMIN,    true, true,  true,  true"
    })
    void eachRoleIsForItsDeeds(Role role, boolean look, boolean change, boolean approve, boolean administer) {
        Caller caller = token("x", role);

        assertThat(rules().decide(caller, on(Deed.LOOK, "ecs", "ecs-service:a/b"))
                        .allowed())
                .isEqualTo(look);
        assertThat(rules().decide(caller, ROLLOUT).allowed()).isEqualTo(change);
        assertThat(rules().decide(caller, ROLLOUT.to(Deed.APPROVE)).allowed()).isEqualTo(approve);
        assertThat(rules().decide(caller, Demand.on("tokens", Deed.ADMINISTER, "tokens"))
                        .allowed())
                .isEqualTo(administer);
    }

    @Test
    void whoIsNotNamedMayNothing() {
        Decision decision = rules(grant("arn:aws:iam::1:role/Ops", Role.ADMIN, "*", "*"))
                .decide(aws("arn:aws:iam::1:role/Other#x"), on(Deed.LOOK, "ecs", "ecs-service:a/b"));

        assertThat(decision)
                .isEqualTo(new Decision(false, "arn:aws:iam::1:role/Other#x is known, but has no role here"));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::1:role/Ops, arn:aws:iam::1:role/Ops#alice, true",
        "arn:aws:iam::1:role/*, arn:aws:iam::1:role/Ops#alice, true",
        "arn:aws:iam::1:role/Ops, arn:aws:iam::1:role/Ops2#alice, false",
        "arn:aws:iam::1:role/Ops, arn:aws:iam::2:role/Ops#alice, false",
        "arn:aws:iam::1:role/Ops#alice, arn:aws:iam::1:role/Ops#alice, true",
        "arn:aws:iam::1:role/Ops#alice, arn:aws:iam::1:role/Ops#bob, false",
        "*alice, arn:aws:iam::1:role/Ops#alice, false",
        "token:ci, token:ci, true",
        "token:*, arn:aws:iam::1:role/token:ci, false"
    })
    void namesAreComparedWhole(String pattern, String name, boolean allowed) {
        assertThat(rules(grant(pattern, Role.VIEWER, "*", "*"))
                        .decide(aws(name), on(Deed.LOOK, "ecs", "ecs-service:a/b"))
                        .allowed())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "ecs,    ecs-service:main/*,  true",
        "*,      *,                   true",
        "policy, *,                   false",
        "ecs,    ecs-service:other/*, false"
    })
    void capabilityAndResourceLimit(String capability, String resource, boolean allowed) {
        Decision decision =
                rules(grant("token:x", Role.OPERATOR, capability, resource)).decide(token("x"), ROLLOUT);

        assertThat(decision.allowed()).isEqualTo(allowed);
        if (!allowed) {
            assertThat(decision.reason())
                    .isEqualTo("to change ecs-service:main/api (plan.apply) token:x has the role operator, but not for"
                            + " ecs-service:main/api");
        }
    }

    @Test
    void allPartsMustBeAllowed() {
        Demand both = on(Deed.CHANGE, "ecs", "ecs-service:main/api", "ecs-service:main/worker");

        assertThat(rules(grant("token:x", Role.OPERATOR, "*", "ecs-service:main/api"))
                        .decide(token("x"), both)
                        .allowed())
                .isFalse();
        assertThat(rules(
                                grant("token:x", Role.OPERATOR, "*", "ecs-service:main/api"),
                                grant("token:x", Role.OPERATOR, "*", "ecs-service:main/w*"))
                        .decide(token("x"), both)
                        .allowed())
                .isTrue();
    }

    @Test
    void limitsOfOneGrantAreNotThoseOfAnother() {
        AccessRules rules =
                rules(grant("token:x", Role.OPERATOR, "policy", "*"), grant("token:x", Role.VIEWER, "ecs", "*"));

        assertThat(rules.decide(token("x"), ROLLOUT).allowed()).isFalse();
        assertThat(rules.decide(token("x"), ROLLOUT.to(Deed.LOOK)).allowed()).isTrue();
    }

    @Test
    void whereWhatIsChangedIsNotKnownItTakesAGrantOnEverything() {
        Demand unknown = Demand.on("windows.apply", Deed.CHANGE, "windows");

        assertThat(rules(grant("token:x", Role.OPERATOR, "windows", "ecs-service:*"))
                        .decide(token("x"), unknown)
                        .allowed())
                .isFalse();
        assertThat(rules(grant("token:x", Role.OPERATOR, "windows", "*"))
                        .decide(token("x"), unknown)
                        .allowed())
                .isTrue();
    }

    @Test
    void lookingIsLimitedByCapabilityOnly() {
        AccessRules rules = rules(grant("token:x", Role.OPERATOR, "ecs", "ecs-service:main/api"));

        assertThat(rules.decide(token("x"), Demand.on("ecs.services", Deed.LOOK, "ecs"))
                        .allowed())
                .isTrue();
        assertThat(rules.decide(token("x"), Demand.on("policy.list", Deed.LOOK, "policy"))
                        .allowed())
                .isFalse();
    }

    @Test
    void rolesOfTokenAndConfigurationAddUp() {
        AccessRules rules = rules(grant("token:x", Role.APPROVER, "ecs", "*"));

        assertThat(rules.roles(token("x", Role.VIEWER))).containsExactlyInAnyOrder(Role.VIEWER, Role.APPROVER);
        assertThat(rules.roles(token("y"))).isEmpty();
    }
}
