package io.agentctl.sandbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** Writes the SDK's model objects as JSON or CBOR, whichever the generator makes. */
final class TreeWriter {
    /** RFC 8949 section 3.4.2: seconds since the epoch. */
    private static final int EPOCH_TAG = 1;

    private static final long MILLIS_PER_SECOND = 1000;

    private final JsonGenerator generator;

    TreeWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(SdkPojo pojo) throws IOException {
        write(pojo, ignored -> true);
    }

    /** Writes those of the object's members that belong there. */
    void write(SdkPojo pojo, Predicate<SdkField<?>> belongs) throws IOException {
        generator.writeStartObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (value != null && belongs.test(field)) {
                generator.writeFieldName(field.locationName());
                value(field, value);
            }
        }
        generator.writeEndObject();
    }

    private void value(SdkField<?> field, Object value) throws IOException {
        switch (field.marshallingType().getKnownType()) {
            case STRING -> generator.writeString((String) value);
            case INTEGER -> generator.writeNumber((Integer) value);
            case LONG -> generator.writeNumber((Long) value);
            case SHORT -> generator.writeNumber((Short) value);
            case BYTE -> generator.writeNumber((Byte) value);
            case FLOAT -> generator.writeNumber((Float) value);
            case DOUBLE -> generator.writeNumber((Double) value);
            case BIG_DECIMAL -> generator.writeNumber((BigDecimal) value);
            case BOOLEAN -> generator.writeBoolean((Boolean) value);
            case INSTANT -> instant(field, (Instant) value);
            case SDK_BYTES -> generator.writeBinary(((SdkBytes) value).asByteArrayUnsafe());
            case SDK_POJO -> write((SdkPojo) value);
            case LIST -> list(field, (List<?>) value);
            case MAP -> map(field, (Map<?, ?>) value);
            case NULL, DOCUMENT -> generator.writeNull();
        }
    }

    private void list(SdkField<?> field, List<?> values) throws IOException {
        SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
        generator.writeStartArray(values, values.size());
        for (Object element : values) {
            if (element == null) {
                generator.writeNull();
            } else {
                value(member, element);
            }
        }
        generator.writeEndArray();
    }

    private void map(SdkField<?> field, Map<?, ?> values) throws IOException {
        SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
        generator.writeStartObject(values, values.size());
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            generator.writeFieldName(entry.getKey().toString());
            value(member, entry.getValue());
        }
        generator.writeEndObject();
    }

    private void instant(SdkField<?> field, Instant value) throws IOException {
        if (generator instanceof CBORGenerator cbor) {
            cbor.writeTag(EPOCH_TAG);
            seconds(value);
        } else if (hasFormat(field, TimestampFormatTrait.Format.ISO_8601)) {
            generator.writeString(value.toString());
        } else {
            seconds(value);
        }
    }

    private void seconds(Instant value) throws IOException {
        if (value.getNano() == 0) {
            generator.writeNumber(value.getEpochSecond());
        } else {
            generator.writeNumber(value.toEpochMilli() / (double) MILLIS_PER_SECOND);
        }
    }

    private static boolean hasFormat(SdkField<?> field, TimestampFormatTrait.Format format) {
        TimestampFormatTrait trait = field.getTrait(TimestampFormatTrait.class);
        return trait != null && trait.format() == format;
    }
}
