package io.agentctl.sandbox.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Model objects of any class with random members, from the class's own description. */
final class RandomPojos {
    private static final String[] TEXTS = {
        "", "a", "snow \u2603 man", "<&>\"'", "line\nbreak\r", "a=b&c=d%20+", "\ud83d\ude80", "null", "12", "  spaced  "
    };
    private static final int DEEPEST = 5;

    private final Random random;

    RandomPojos(long seed) {
        this.random = new Random(seed);
    }

    /** Fills about two thirds of a builder's members and builds it. */
    SdkPojo fill(SdkPojo builder) {
        return fill(builder, 0);
    }

    private SdkPojo fill(SdkPojo builder, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (random.nextInt(3) > 0 && depth < DEEPEST) {
                field.set(builder, value(field, depth));
            }
        }
        return Pojos.build(builder);
    }

    private Object value(SdkField<?> field, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case SHORT -> (short) random.nextInt();
            case BYTE -> (byte) random.nextInt();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextGaussian() * Math.pow(10, random.nextInt(-9, 12));
            case BIG_DECIMAL -> BigDecimal.valueOf(random.nextLong(), random.nextInt(10));
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            case SDK_BYTES -> SdkBytes.fromUtf8String(TEXTS[random.nextInt(TEXTS.length)]);
            case SDK_POJO -> fill(field.constructor().get(), depth + 1);
            case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), depth);
            case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), depth);
            case NULL, DOCUMENT -> null;
        };
    }

    private List<Object> list(SdkField<?> member, int depth) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            values.add(value(member, depth));
        }
        return values;
    }

    private Map<String, Object> map(SdkField<?> member, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            values.put("key " + i, value(member, depth));
        }
        return values;
    }
}
