package io.agentctl.cli.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.dash.State.Mode;
import io.agentctl.cli.screen.Key;
import io.agentctl.cli.screen.Key.Name;
import io.agentctl.control.overview.Range;
import org.junit.jupiter.api.Test;

/** What keys do, as a function. */
class KeyboardTest {

    private static final State START = State.initial("sandbox", Range.HOUR);

    @Test
    void digitsAndSignsChooseTheRange() {
        assertThat(after("3").range()).isEqualTo(Range.DAY);
        assertThat(after("++").range()).isEqualTo(Range.DAY);
        assertThat(after("4+").range()).isEqualTo(Range.FORTNIGHT);
        assertThat(after("-").range()).isEqualTo(Range.HOUR);
    }

    @Test
    void aFilterIsSeenWhileItIsTypedAndEscDropsIt() {
        State typing = after("/ap");
        assertThat(typing.mode()).isEqualTo(Mode.FILTER);
        assertThat(typing.filter()).isEqualTo("ap");

        assertThat(pressed(typing, Name.BACKSPACE).filter()).isEqualTo("a");
        assertThat(pressed(typing, Name.ESCAPE).filter()).isEmpty();
        State kept = pressed(typing, Name.ENTER);
        assertThat(kept.mode()).isEqualTo(Mode.LOOK);
        assertThat(kept.filter()).isEqualTo("ap");
        assertThat(pressed(kept, Name.ESCAPE).filter()).isEmpty();
    }

    @Test
    void keysThatAreCommandsElsewhereAreTypedIntoAFilter() {
        assertThat(after("/q1?").filter()).isEqualTo("q1?");
        assertThat(after("/q1?").leaving()).isFalse();
    }

    @Test
    void jumpsGoToPanesAndToWhatIsInThem() {
        assertThat(jump("tables").pane()).contains(Pane.TABLES);
        assertThat(jump("resp").pane()).contains(Pane.RESPONSE);
        assertThat(jump("api").pane()).contains(Pane.SERVICES);
        assertThat(jump("api").filter()).isEqualTo("api");
        assertThat(jump("governance").pane()).contains(Pane.FUNCTIONS);
        assertThat(jump("usage").filter()).isEqualTo("acme-usage");
        assertThat(jump("latency").pane()).contains(Pane.ALARMS);
        assertThat(pressed(jump("api"), Name.ESCAPE).filter()).isEmpty();
    }

    @Test
    void aJumpToNowhereSaysWhatThereIs() {
        State lost = jump("workr");

        assertThat(lost.pane()).isEmpty();
        assertThat(lost.message()).contains("nothing is called workr").contains("worker");
        assertThat(pressed(lost, Name.UP).message()).isEmpty();
    }

    @Test
    void tabGoesThroughThePanesAndEscBack() {
        State second = pressed(pressed(START, Name.TAB), Name.TAB);

        assertThat(second.pane()).contains(Pane.THROUGHPUT);
        assertThat(pressed(second, Name.BACK_TAB).pane()).contains(Pane.RESPONSE);
        assertThat(pressed(START, Name.BACK_TAB).pane()).contains(Pane.OPERATIONS);
        assertThat(pressed(second, Name.DOWN).scroll()).isEqualTo(1);
        assertThat(pressed(pressed(second, Name.DOWN), Name.TAB).scroll()).isZero();
        assertThat(pressed(second, Name.ESCAPE).pane()).isEmpty();
        assertThat(pressed(START, Name.DOWN).scroll()).isZero();
    }

    @Test
    void readingIsAskedForPausedAndLeft() {
        assertThat(after("r").asked()).isEqualTo(1);
        assertThat(after("p").paused()).isTrue();
        assertThat(after("pr").asked()).isZero();
        assertThat(after("pr").message()).contains("paused");
        assertThat(after("pp").paused()).isFalse();
        assertThat(after("q").leaving()).isTrue();
        assertThat(pressed(after("/x"), Name.INTERRUPT).leaving()).isTrue();
    }

    @Test
    void anyKeyLeavesTheHelpAndAnUnknownOnePointsToIt() {
        assertThat(after("?").mode()).isEqualTo(Mode.HELP);
        assertThat(after("?q").mode()).isEqualTo(Mode.LOOK);
        assertThat(after("?q").leaving()).isFalse();
        assertThat(after("z").message()).contains("?");
    }

    @Test
    void pastedNoiseIsBoundedAndChangesNothingElse() {
        State state = after("/");
        for (int count = 0; count < 5_000; count++) {
            state = Keyboard.pressed(
                    state, count % 3 == 0 ? Key.of(Name.UNKNOWN) : Key.character("\ud83d\ude80"), Sample.snapshot());
        }

        assertThat(state.filter().length()).isLessThan(100);
        assertThat(pressed(state, Name.BACKSPACE).filter()).endsWith("\ud83d\ude80");
    }

    private static State after(String keys) {
        State state = START;
        for (int index = 0; index < keys.length(); index++) {
            state = Keyboard.pressed(state, Key.character(keys.substring(index, index + 1)), Sample.snapshot());
        }
        return state;
    }

    private static State jump(String name) {
        return pressed(after(":" + name), Name.ENTER);
    }

    private static State pressed(State state, Name name) {
        return Keyboard.pressed(state, Key.of(name), Sample.snapshot());
    }
}
