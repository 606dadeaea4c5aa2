package io.agentctl.control.performance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in whatever pieces they come, and those that are none. */
class AnswerParserTest {

    @SuppressWarnings("StringConcatToTextBlock") // Lines end with CR LF.
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nhello\r\nA;x=1\r\n, it is me\r\n0\r\nTrailer: x\r\n\r\n";

    private static final String LENGTH = "HTTP/1.1 503 Busy\r\ncontent-LENGTH: 4\r\nConnection: close\r\n\r\noh\r\n";
    private static final String INTERIM = "HTTP/1.1 103 Hints\r\nLink: x\r\n\r\n" + LENGTH;

    static IntStream pieces() {
        return IntStream.rangeClosed(1, CHUNKED.length());
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void chunksAreReadInAnyPieces(int size) throws MalformedAnswerException {
        AnswerParser parser = read(CHUNKED, size);

        assertThat(parser.done()).isTrue();
        assertThat(parser.keepsConnection()).isTrue();
        assertThat(body(parser)).isEqualTo("hello, it is me");
        assertThat(parser.answer(1).bytes()).isEqualTo(CHUNKED.length());
    }

    @Test
    void aLengthEndsABodyAndCloseEndsTheConnection() throws MalformedAnswerException {
        AnswerParser parser = read(LENGTH, 3);

        assertThat(parser.done()).isTrue();
        assertThat(parser.keepsConnection()).isFalse();
        assertThat(parser.answer(1).status()).isEqualTo(503);
        assertThat(body(parser)).isEqualTo("oh\r\n");
        assertThat(body(read(INTERIM, 7))).isEqualTo("oh\r\n");
    }

    @Test
    void withoutALengthTheConnectionEndsTheBody() throws MalformedAnswerException {
        AnswerParser parser = read("HTTP/1.1 200 OK\r\n\r\nall there is", 100);

        assertThat(parser.done()).isFalse();
        parser.end();
        assertThat(parser.done()).isTrue();
        assertThat(parser.keepsConnection()).isFalse();
        assertThat(body(parser)).isEqualTo("all there is");
    }

    @Test
    void someAnswersHaveNoBodyWhateverTheySay() throws MalformedAnswerException {
        assertThat(read("HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\n", 100).done())
                .isTrue();
        assertThat(read("HTTP/1.1 304 Same\r\nContent-Length: 5\r\n\r\n", 100).done())
                .isTrue();
        AnswerParser head = new AnswerParser(true);
        head.begin(true);
        byte[] bytes = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        head.take(bytes, 0, bytes.length);
        assertThat(head.done()).isTrue();
    }

    @Test
    void whatFollowsAnAnswerIsNotTaken() throws MalformedAnswerException {
        AnswerParser parser = new AnswerParser(false);
        parser.begin(false);
        byte[] two = ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx" + "HTTP/1.1").getBytes(StandardCharsets.US_ASCII);

        assertThat(parser.take(two, 0, two.length)).isEqualTo(two.length - "HTTP/1.1".length());
    }

    @Test
    void aRedirectIsRemembered() throws MalformedAnswerException {
        AnswerParser parser =
                read("HTTP/1.1 302 Found\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n", 9);

        assertThat(parser.answer(1).location()).isEqualTo("https://other.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK\r\n",
                "HTTP/1.1 20 OK\r\n",
                "HTTP/1.1 101 Switching\r\n",
                "HTTP/1.1 200 OK\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 200 OK\r\n folded: x\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
            })
    void whatIsNoAnswerIsRefused(String text) {
        assertThatThrownBy(() -> read(text, 100)).isInstanceOf(MalformedAnswerException.class);
        assertThatThrownBy(() -> read(text, 1)).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void endlessLinesAndHeadersAreRefused() {
        assertThatThrownBy(() -> read("HTTP/1.1 200 " + "x".repeat(20_000), 1000))
                .hasMessageContaining("a line is over");
        String many = Stream.generate(() -> "a: b\r\n").limit(300).reduce("", String::concat);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n" + many, 1000)).hasMessageContaining("200 headers");
    }

    @Test
    void anAnswerThatBreaksOffIsRefused() throws MalformedAnswerException {
        AnswerParser parser = read("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", 100);

        assertThatThrownBy(parser::end).hasMessageContaining("in the middle");
    }

    private static AnswerParser read(String text, int size) throws MalformedAnswerException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        AnswerParser parser = new AnswerParser(true);
        parser.begin(false);
        for (int from = 0; from < bytes.length; from += size) {
            int to = Math.min(bytes.length, from + size);
            assertThat(parser.take(bytes, from, to)).isEqualTo(to - from);
        }
        return parser;
    }

    private static String body(AnswerParser parser) {
        return new String(parser.answer(1).body(), StandardCharsets.US_ASCII);
    }
}
