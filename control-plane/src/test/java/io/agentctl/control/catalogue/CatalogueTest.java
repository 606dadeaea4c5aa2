package io.agentctl.control.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.json.ReadableTypes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    static List<NamedUseCase<?, ?>> all() {
        return Catalogue.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsAskedAndAnsweredCanBeReadBack(NamedUseCase<?, ?> useCase) {
        assertThat(ReadableTypes.unreadable(useCase.request())).isEmpty();
        assertThat(ReadableTypes.unreadable(useCase.result())).isEmpty();
    }

    @Test
    void noTwoHaveOneName() {
        assertThat(Catalogue.all()).extracting(NamedUseCase::name).doesNotHaveDuplicates();
    }
}
