package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables that stand in for each other, and those that only stand beside each other. */
class ChoicesTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "a.py => x = os.getenv('A') or os.getenv('B') => A:B B:A",
                "a.py => x = os.getenv('A', os.getenv('B')) => A:B B:A",
                "a.py => x = os.environ.get('A') or os.environ.get('B') or 'c' => A:B B:A",
                "a.py => f(os.getenv('A'), os.getenv('B')) => A: B:",
                "a.py => x = os.getenv('A', 'b') + os.getenv('B') => A: B:",
                "a.ts => const x = process.env.A ?? process.env.B => A:B B:A",
                "a.ts => const x = process.env.A || process.env.B || process.env.C => A:BC B:AC C:AB",
                "a.ts => const x = process.env.A && process.env.B => A: B:",
                "a.ts => const x = process.env.A ? process.env.B : 1 => A: B:",
                "a.py => x = os.environ['A'] or os.environ['B'] => A: B:",
                "a.py => x = os.getenv('A') or os.environ['B'] => A:B B:A",
                "a.py => x = os.getenv('A', os.environ['B']) => A: B:",
                "a.rb => x = ENV['A'] || ENV['B'] => A:B B:A",
                "a.rb => x = ENV.fetch('A') || ENV['B'] => A: B:",
                "a.rb => x = ENV.fetch('A', nil) || ENV['B'] => A:B B:A",
                "a.rb => x = ENV['A'] || ENV.fetch('B') => A:B B:A",
                "a.rb => x = ENV.fetch('A', ENV.fetch('B')) => A: B:",
                "a.php => <?php $x = getenv('A') ?: getenv('B'); => A:B B:A"
            })
    void isToldByThePlaceOfTheRead(String file, String code, String expected) {
        Scan scan = new Scan(new SourceFile(file, code), Reader.APPLICATION);
        Kind.of(file).orElseThrow().search().in(scan);
        assertThat(scan.reads().stream().map(ChoicesTest::told).sorted().toList())
                .isEqualTo(List.of(expected.split(" ")));
    }

    private static String told(CodeRead read) {
        return read.name() + ":"
                + read.instead().stream().map(Name::text).sorted().collect(Collectors.joining());
    }
}
