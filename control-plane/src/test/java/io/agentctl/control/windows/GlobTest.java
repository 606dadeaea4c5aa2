package io.agentctl.control.windows;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Over two letters and the star, where overlaps are many. */
class GlobTest {

    @Property
    void aCommonNameIsOneThatBothMatch(
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 6) String one,
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 6) String two) {
        Glob first = new Glob(one);
        Glob second = new Glob(two);

        assertThat(first.common(second).filter(name -> !first.matches(name) || !second.matches(name)))
                .isEmpty();
    }

    @Property
    void noNameMatchesBothWhereThereIsNoCommonOne(
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 5) String one,
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 5) String two,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String name) {
        Glob first = new Glob(one);
        Glob second = new Glob(two);

        assertThat(first.matches(name)
                        && second.matches(name)
                        && first.common(second).isEmpty())
                .isFalse();
    }

    @Property
    void whatIsWithinAPatternMatchesItToo(
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 5) String one,
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 5) String two,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String name) {
        Glob outer = new Glob(one);
        Glob inner = new Glob(two);

        assertThat(outer.includes(inner) && inner.matches(name) && !outer.matches(name))
                .isFalse();
    }
}
