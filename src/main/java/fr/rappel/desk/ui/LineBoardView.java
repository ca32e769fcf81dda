package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.callback.CallbackFigures;
import fr.rappel.callback.LineFigures;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;

/** A supervisor's first page: how the line is doing now, each figure with its definition. */
@Route("console/tableau")
@Menu(order = 2, title = "desk.LineBoardView.title")
@RolesAllowed(Roles.SUPERVISOR)
class LineBoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CallbackFigures figures;
    private final Vocabulary vocabulary;
    private final Div board = new Div();

    LineBoardView(CallbackFigures figures, Vocabulary vocabulary, DeskUpdates updates) {
        this.figures = figures;
        this.vocabulary = vocabulary;
        addClassName("line-board");
        Header head = new Header(new H1(getTranslation("desk.LineBoardView.title")));
        head.addClassName("view-head");
        board.addClassName("figures");
        add(head, board);
        updates.whileAttached(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.LineBoardView.title");
    }

    private void refresh() {
        LineFigures now = figures.now();
        board.removeAll();
        board.add(
                figure("waiting", String.valueOf(now.waiting()), false),
                figure(
                        "oldest",
                        now.oldestWaiting() == null
                                ? "–"
                                : vocabulary.in(getLocale()).waited(now.oldestWaiting()),
                        false),
                figure("overdue", String.valueOf(now.overdue()), now.overdue() > 0),
                figure("taken", String.valueOf(now.taken()), false),
                figure("closedToday", String.valueOf(figures.closedToday()), false));
    }

    private Component figure(String key, String value, boolean alarming) {
        Span number = new Span(value);
        number.addClassName("figure-value");
        Section figure = new Section(
                new H2(getTranslation("desk.LineBoardView." + key)),
                number,
                new Paragraph(getTranslation("desk.LineBoardView." + key + ".definition")));
        figure.addClassName("figure");
        if (alarming) {
            figure.addClassName("alarming");
        }
        return figure;
    }
}
