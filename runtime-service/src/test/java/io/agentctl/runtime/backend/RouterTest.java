package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {

    private final Backend exact = new EchoBackend("exact");
    private final Backend longer = new EchoBackend("longer");
    private final Backend shorter = new EchoBackend("shorter");
    private final Router router = Router.of(List.of(
            new Route("call_*", shorter),
            new Route("call_reasoning_*", longer),
            new Route("call_reasoning_fast", exact)));

    @Test
    void prefersTheIntentsOwnName() {
        assertThat(router.backendFor("call_reasoning_fast")).containsSame(exact);
    }

    @Test
    void prefersTheLongestPrefixWhateverTheOrder() {
        assertThat(router.backendFor("call_reasoning_slow")).containsSame(longer);
        assertThat(router.backendFor("call_reasoning_")).containsSame(longer);
        assertThat(router.backendFor("call_tool")).containsSame(shorter);
    }

    @Test
    void knowsNoBackendForAnUnknownIntent() {
        assertThat(router.backendFor("store_memory")).isEmpty();
        assertThat(router.backendFor("call")).isEmpty();
    }

    @Test
    void takesAStarAloneForAllOthers() {
        assertThat(Router.of(List.of(new Route("*", shorter))).backendFor("")).containsSame(shorter);
    }

    @Test
    void listsEachBackendOnceInTheOrderOfTheRoutes() {
        Router shared = Router.of(List.of(new Route("b", longer), new Route("a", shorter), new Route("c", longer)));

        assertThat(shared.health()).extracting(BackendHealth::name).containsExactly("longer", "shorter");
    }

    @Test
    void refusesPatternsThatWouldNeverMatchOrMatchTwice() {
        assertThatThrownBy(() -> new Route("call_*_fast", exact)).hasMessageContaining("call_*_fast");
        assertThatThrownBy(() -> new Route("", exact)).hasMessageContaining("empty");
        assertThatThrownBy(() -> Router.of(List.of(new Route("a", exact), new Route("a", longer))))
                .hasMessageContaining("\"a\"");
    }
}
