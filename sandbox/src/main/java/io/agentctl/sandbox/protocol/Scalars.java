package io.agentctl.sandbox.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** Single values as text: Query parameters, and the members of REST requests and answers outside the body. */
final class Scalars {
    private static final long MILLIS_PER_SECOND = 1000;

    private Scalars() {}

    /**
     * Reads a value.
     *
     * @throws MalformedRequestException when the text is none of the field's type
     */
    static Object parse(SdkField<?> field, String text) {
        try {
            return switch (field.marshallingType().getKnownType()) {
                case STRING -> text;
                case INTEGER -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case SHORT -> Short.valueOf(text);
                case BYTE -> Byte.valueOf(text);
                case FLOAT -> Float.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case BIG_DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case INSTANT -> instant(field, text);
                case SDK_BYTES ->
                    SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text));
                case SDK_POJO, LIST, MAP, NULL, DOCUMENT ->
                    throw new MalformedRequestException("Cannot read " + field.memberName(), null);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedRequestException("%s cannot be %s".formatted(field.memberName(), text), e);
        }
    }

    /** Writes a value as a header carries it. */
    static String format(SdkField<?> field, Object value) {
        return value instanceof Instant instant ? formatInstant(field, instant) : value.toString();
    }

    private static Instant instant(SdkField<?> field, String text) {
        return switch (formatOf(field, TimestampFormatTrait.Format.ISO_8601)) {
            case ISO_8601 -> OffsetDateTime.parse(text).toInstant();
            case RFC_822 ->
                OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            case UNIX_TIMESTAMP, UNIX_TIMESTAMP_MILLIS ->
                Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
        };
    }

    private static String formatInstant(SdkField<?> field, Instant value) {
        return switch (formatOf(field, TimestampFormatTrait.Format.RFC_822)) {
            case ISO_8601 -> value.toString();
            case RFC_822 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(value.atOffset(ZoneOffset.UTC));
            case UNIX_TIMESTAMP, UNIX_TIMESTAMP_MILLIS -> Long.toString(value.toEpochMilli() / MILLIS_PER_SECOND);
        };
    }

    private static TimestampFormatTrait.Format formatOf(SdkField<?> field, TimestampFormatTrait.Format usual) {
        TimestampFormatTrait trait = field.getTrait(TimestampFormatTrait.class);
        return trait == null ? usual : trait.format();
    }
}
