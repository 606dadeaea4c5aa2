package io.agentctl.control.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescribeAccountTest {

    @Test
    void theProjectIsWhatThePoliciesTableIsNamedAfter() {
        assertThat(DescribeAccount.project(List.of("orders", "shop-agentctl", "shop-governance-policies")))
                .contains("shop");
    }

    @Test
    void withoutAPoliciesTableNoNameIsGuessed() {
        assertThat(DescribeAccount.project(List.of("orders", "-governance-policies")))
                .isEmpty();
    }
}
