package dev.envgate.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.IFactory;

/** Makes what the annotations of the commands name. The factory that picocli has by itself searches every jar for another language's classes first. */
final class CommandFactory implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws ReflectiveOperationException {
        if (type.isAssignableFrom(ArrayList.class) && Collection.class.isAssignableFrom(type)) {
            return type.cast(new ArrayList<>());
        }
        if (type.equals(Map.class)) {
            return type.cast(new LinkedHashMap<>());
        }
        return type.getDeclaredConstructor().newInstance();
    }
}
