package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.text.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes up a field of settings: the field by its name, and settings as a whole. */
class IdleFieldsTest {
    private static final String SETTINGS = """
            from pydantic_settings import BaseSettings

            class Settings(BaseSettings):
                cellar_token: str | None = None
            """;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiterString = " => ",
            value = {
                "a.py => print(settings) => true",
                "a.py => open(settings.cellar_token) => false",
                "a.py => class Settings(Base): def all(self): return self.model_dump() => false",
                "a.py => class Settings(Base): def all(self): return self.__dict__ => false",
                "a.py => class Settings(Base): for name in self.model_fields: pass => false",
                "a.py => class Settings(Base): for name in cls.model_fields: pass => false",
                "a.py => class Cake(Base): send(self.model_dump()) => true",
                "a.py => send(config.model_dump()) => false",
                "a.py => send(cfg.dict()) => false",
                "a.py => send(answer.model_dump()) => true",
                "a.py => getattr(settings, key) => false",
                "a.py => getattr(settings, 'a_' + key) => false",
                "a.py => getattr(settings, 'window_token') => true",
                "a.j2 => token = {{ settings.cellar_token }} => false",
                "a.j2 => token = {{ settings.cellar_token_age }} => true"
            })
    void areIdleUntilSomethingTakesThemUp(String file, String code, boolean idle) {
        SourceFile settings = new SourceFile("settings.py", SETTINGS);
        Scan scan = new Scan(settings, Reader.APPLICATION);
        Kind.of("settings.py").orElseThrow().search().in(scan);
        IdleFields fields = new IdleFields(scan.reads(), Set.of(new Name("CELLAR_TOKEN")));

        Set<CodeRead> found = fields.among(Stream.of(
                new Mentions.Text(settings, Kind.of("settings.py")),
                new Mentions.Text(new SourceFile(file, code), Kind.of(file))));

        assertThat(List.copyOf(found)).hasSize(idle ? 1 : 0);
    }
}
