package dev.envgate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    void countsLinesAtEveryKindOfLineEnding() {
        SourceFile file = new SourceFile("f", "a\nb\r\nc\rd");

        assertThat(file.lines()).isEqualTo(4);
        assertThat(file.lineText(2)).isEqualTo("b");
        assertThat(file.line(file.text().indexOf('c'))).isEqualTo(3);
        assertThat(file.line(file.text().indexOf('d'))).isEqualTo(4);
    }

    @Test
    void countsColumnsInCodePointsAndBytesInUtf8() {
        SourceFile file = new SourceFile("f", "x\né😀=");
        int sign = file.text().indexOf('=');

        assertThat(file.column(sign)).isEqualTo(3);
        assertThat(file.byteOffset(sign)).isEqualTo(8);
    }

    @Test
    void hasOneLineWhenItIsEmpty() {
        SourceFile file = SourceFile.unread("gone.tf");

        assertThat(file.lines()).isEqualTo(1);
        assertThat(file.all()).hasToString("gone.tf:1:1");
    }

    @Test
    void movesASpanIntoTheText() {
        SourceFile file = new SourceFile("f", "abc");

        assertThat(file.span(2, 99).text()).isEqualTo("c");
        assertThat(file.span(-5, 1).text()).isEqualTo("a");
    }

    @Test
    void refusesASpanThatLeavesItsFile() {
        SourceFile file = new SourceFile("f", "abc");

        assertThatThrownBy(() -> new Span(file, 2, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
