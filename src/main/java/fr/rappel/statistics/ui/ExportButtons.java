package fr.rappel.statistics.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.ExportContents;
import fr.rappel.statistics.ExportFormat;
import fr.rappel.statistics.Exports;
import fr.rappel.statistics.RowQuery;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks for what is on the screen as a file, and leads to where it can be taken. */
class ExportButtons extends Div {

    ExportButtons(Exports exports, ExportContents contents, Supplier<RowQuery> shown) {
        this(exports, contents, shown, () -> Comparison.NONE);
    }

    /** @param compared what the figures shown are compared with */
    ExportButtons(Exports exports, ExportContents contents, Supplier<RowQuery> shown, Supplier<Comparison> compared) {
        addClassName("export-buttons");
        Stream.of(ExportFormat.values())
                .filter(format -> format.holds(contents))
                .forEach(format -> add(new Button(name(contents, format), click -> {
                    exports.request(contents, format, shown.get(), compared.get(), getLocale());
                    UI.getCurrent().navigate(ExportsView.class);
                })));
    }

    private String name(ExportContents contents, ExportFormat format) {
        return contents.isOfThePage()
                ? getTranslation(
                        "statistics.ExportButtons.part",
                        getTranslation("statistics.exportContents." + contents),
                        format.name())
                : getTranslation("statistics.ExportButtons." + format);
    }
}
