package dev.envgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameClassesTest {
    private static final NameClasses CLASSES = new NameClasses(
            patterns("*_LICENCE"),
            patterns("PASSWORD_MIN_*"),
            patterns("DB_*"),
            patterns("FEATURE_*"),
            patterns("SANDBOX_*"),
            patterns("TEST_MODE"));

    @Test
    void aNameIsASecretOrASettingAsTheConfigurationSays() {
        Declaration secret = CLASSES.read(declaration("MAP_LICENCE", Kind.SETTING, Standing.DEFAULTED));
        Declaration setting = CLASSES.read(declaration("PASSWORD_MIN_LENGTH", Kind.SECRET, Standing.SECRET));

        assertThat(secret.kind()).isEqualTo(Kind.SECRET);
        assertThat(secret.standing()).isEqualTo(Standing.SECRET);
        assertThat(secret.kindBecause()).contains("`*_LICENCE`");
        assertThat(setting.kind()).isEqualTo(Kind.SETTING);
        assertThat(setting.standing()).isEqualTo(Standing.SETTING);
    }

    @Test
    void aClassDecidesWhatANamePromises() {
        assertThat(standing("DB_HOST", Standing.DEFAULTED)).isEqualTo(Standing.REQUIRED);
        assertThat(standing("FEATURE_X", Standing.SETTING)).isEqualTo(Standing.OPTIONAL);
        assertThat(standing("SANDBOX_KEY", Standing.SECRET)).isEqualTo(Standing.LOCAL);
        assertThat(standing("TEST_MODE", Standing.LOCAL)).isEqualTo(Standing.SETTING);
        assertThat(standing("TEST_MODE", Standing.DEFAULTED)).isEqualTo(Standing.DEFAULTED);
        assertThat(standing("OTHER", Standing.DEFAULTED)).isEqualTo(Standing.DEFAULTED);
    }

    @Test
    void aTagOfTheContractWins() {
        Declaration tagged = tagged("DB_HOST", "optional");

        assertThat(CLASSES.read(tagged)).isEqualTo(tagged);
    }

    private static Standing standing(String name, Standing before) {
        return CLASSES.read(declaration(name, Kind.SETTING, before)).standing();
    }

    private static List<Wildcard> patterns(String pattern) {
        return List.of(new Wildcard(pattern));
    }

    private static Declaration declaration(String name, Kind kind, Standing standing) {
        return new Declaration(
                new Name(name),
                new SourceFile(".env.example", name + "=").span(0, name.length()),
                kind,
                "",
                standing,
                "",
                List.of(),
                false);
    }

    private static Declaration tagged(String name, String tag) {
        SourceFile file = new SourceFile(".env.example", name + "= # @" + tag);
        return new Declaration(
                new Name(name),
                file.span(0, name.length()),
                Kind.SETTING,
                "",
                Standing.OPTIONAL,
                Declaration.Ground.TAG,
                "",
                List.of(),
                false,
                Example.OTHER,
                List.of(new Tag(
                        tag, "", file.span(name.length() + 4, file.text().length()))));
    }
}
