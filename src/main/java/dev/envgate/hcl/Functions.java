package dev.envgate.hcl;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The functions of the language by their names. */
final class Functions {
    private Functions() {}

    static Map<String, Function> all(FileFunctions files, Budget budget) {
        Map<String, Function> functions = new TreeMap<>();
        Stream.of(
                        StringFunctions.all(),
                        PatternFunctions.all(budget),
                        FormatFunctions.all(),
                        NumberFunctions.all(),
                        CollectionFunctions.all(budget),
                        ListFunctions.all(budget),
                        SetFunctions.all(budget),
                        MapFunctions.all(),
                        TypeFunctions.all(),
                        EncodingFunctions.all(),
                        HashFunctions.all(),
                        DateFunctions.all(),
                        IpFunctions.all(),
                        files.all())
                .flatMap(Collection::stream)
                .forEach(function -> functions.put(function.name(), function));
        return functions;
    }

    /** A family of functions. */
    static List<Function> family(Function... functions) {
        return List.of(functions);
    }
}
