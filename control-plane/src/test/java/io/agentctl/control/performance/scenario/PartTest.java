package io.agentctl.control.performance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartTest {

    @Property(tries = 200)
    void partsTogetherSendEachRequestOnce(
            @ForAll @IntRange(min = 1, max = 9) int of, @ForAll @IntRange(max = 200) int whole) {
        List<Long> sent = new ArrayList<>();
        for (int number = 0; number < of; number++) {
            Part part = new Part(number, of);
            LongStream.range(0, part.count(whole)).map(part::index).forEach(sent::add);
        }

        assertThat(sent)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, whole).boxed().toList());
        assertThat(IntStream.range(0, of)
                        .map(number -> new Part(number, of).share(whole))
                        .sum())
                .isEqualTo(whole);
    }

    @Test
    void partsAreWrittenFromOne() {
        assertThat(Part.parse("2/4")).isEqualTo(new Part(1, 4)).hasToString("2/4");
        assertThatThrownBy(() -> Part.parse("5/4")).hasMessageContaining("no part 5 of 4");
        assertThatThrownBy(() -> Part.parse("0/4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Part.parse("half")).hasMessageContaining("a part such as 2/4");
    }
}
