package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsPrincipalTest {

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::111122223333:assumed-role/Ops/alice, arn:aws:iam::111122223333:role/Ops#alice",
        "arn:aws-cn:sts::111122223333:assumed-role/Ops/i-0123, arn:aws-cn:iam::111122223333:role/Ops#i-0123",
        "arn:aws:iam::111122223333:user/team/bob, arn:aws:iam::111122223333:user/team/bob",
        "arn:aws:iam::111122223333:root, arn:aws:iam::111122223333:root",
        "arn:aws:sts::111122223333:federated-user/eve, arn:aws:sts::111122223333:federated-user/eve"
    })
    void isNamedAsConfigurationsNameIt(String arn, String name) {
        assertThat(AwsPrincipal.of(arn).caller().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn:aws:iam::1:user/x",
                "arn:aws:s3::111122223333:bucket",
                "arn:aws:sts::111122223333:assumed-role/Ops",
                "arn:aws:sts::111122223333:assumed-role/Ops/a/b",
                "arn:aws:sts::111122223333:assumed-role//a",
                "arn:aws:iam::111122223333:user/x#y",
                "arn:aws:iam::111122223333:user/x\n"
            })
    void anythingElseIsNobody(String arn) {
        assertThatIllegalArgumentException().isThrownBy(() -> AwsPrincipal.of(arn));
    }

    @Test
    void sessionsOfARoleMayBeOnePersonButNotThoseNamedAfterPeople() {
        Caller alice = AwsPrincipal.of("arn:aws:sts::111122223333:assumed-role/Ops/alice")
                .caller();
        Caller bob = AwsPrincipal.of("arn:aws:sts::111122223333:assumed-role/Ops/bob")
                .caller();
        Caller ann = AwsPrincipal.of("arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Ops_12ab/ann@x.com")
                .caller();
        Caller ben = AwsPrincipal.of("arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Ops_12ab/ben@x.com")
                .caller();

        assertThat(alice.maybeSamePerson(bob)).isTrue();
        assertThat(ann.maybeSamePerson(ben)).isFalse();
        assertThat(ann.maybeSamePerson(ann)).isTrue();
        assertThat(alice.maybeSamePerson(ann)).isFalse();
    }
}
