package dev.envgate.snapshot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;

/** How types of the ledger look in JSON. */
final class Shapes {
    /** The member that says which case of a sealed type an object is. */
    static final String TYPE = "type";

    private Shapes() {}

    /** {@code notSeen} for {@code NotSeen}. */
    static String name(Class<?> type) {
        String simple = type.getSimpleName();
        return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }

    /** What a list holds. */
    static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }
}
