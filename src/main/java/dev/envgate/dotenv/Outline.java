package dev.envgate.dotenv;

import dev.envgate.dotenv.Statement.Assignment;
import dev.envgate.dotenv.Statement.Blank;
import dev.envgate.dotenv.Statement.Comment;
import dev.envgate.dotenv.Statement.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives every assignment of a file the comments that belong to it, and the banner that it stands under. */
final class Outline {
    private final List<Passage> passages = new ArrayList<>();
    private final List<Remark> above = new ArrayList<>();
    private Section section = Section.NONE;
    private Title block = Title.NONE;
    private Title heading = Title.NONE;
    private boolean examples;

    private Outline() {}

    /** One passage for each assignment, commented-out ones included, in their order. */
    static List<Passage> of(List<Statement> statements) {
        Outline outline = new Outline();
        statements.forEach(outline::take);
        return outline.passages;
    }

    private void take(Statement statement) {
        switch (statement) {
            case Assignment assignment -> declare(assignment);
            case Comment comment -> comment(comment);
            case Blank() -> endOfBlock();
            case Gap() -> endOfBlock();
        }
    }

    private void declare(Assignment assignment) {
        if (!above.isEmpty()) {
            block = new Title(Hint.titleOf(above), assignment.name().text());
            heading = heading.isEmpty() ? block : heading;
        }
        section = section.with(assignment.name().text());
        passages.add(new Passage(assignment, above, above.isEmpty() ? block : Title.NONE, heading, section));
        forgetAbove();
    }

    private void forgetAbove() {
        above.clear();
        examples = false;
    }

    /** A short comment line that stands alone is the title of what follows. */
    private void endOfBlock() {
        if (above.size() == 1 && above.getFirst().isShort()) {
            begin(above.getFirst().text());
        }
        section = section.behindFreeLine();
        block = Title.NONE;
        heading = Title.NONE;
        forgetAbove();
    }

    private void begin(String title) {
        section = new Section(title, passages.isEmpty());
        block = Title.NONE;
        heading = Title.NONE;
    }

    private void comment(Comment comment) {
        Remark remark = Remark.of(comment.span());
        if (remark.isForTheGate()) {
            return;
        }
        Optional<Assignment> assignment = examples ? Optional.empty() : CommentedOut.read(comment.span());
        if (assignment.isPresent()) {
            declare(assignment.get());
        } else if (remark.isRule()) {
            rule();
        } else if (remark.isBanner()) {
            begin(remark.title());
            forgetAbove();
        } else if (!remark.isEmpty() || !above.isEmpty()) {
            above.add(remark);
            examples = CommentedOut.announcesExample(remark.text()) || (examples && isAssignment(comment));
        }
    }

    private static boolean isAssignment(Comment comment) {
        return CommentedOut.read(comment.span()).isPresent();
    }

    /** A line of signs closes a box or underlines a title, else it opens a box. */
    private void rule() {
        boolean titled =
                !above.isEmpty() && above.size() <= 6 && above.getFirst().isShort();
        if (titled) {
            begin(above.getFirst().text());
        }
        forgetAbove();
    }
}
