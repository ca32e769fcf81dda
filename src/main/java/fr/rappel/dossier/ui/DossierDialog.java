package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.DossierSheet;
import fr.rappel.dossier.Euros;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.shared.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Asks why, in one key, then shows a dossier: what blocks it, its papers, its invoices and payments. */
class DossierDialog extends Dialog {

    private final DossierReading reading;
    private final MessageSource messages;

    DossierDialog(String number, DossierReading reading, MessageSource messages) {
        this.reading = reading;
        this.messages = messages;
        setHeaderTitle(number);
        setWidth("min(48rem, 95vw)");
        Div reasons = new Div();
        reasons.addClassName("chips");
        for (ReadingReason reason : ReadingReason.values()) {
            reasons.add(button(number, reason));
        }
        add(new Paragraph(getTranslation("dossier.DossierDialog.why")), reasons);
        getFooter().add(new Button(getTranslation("dossier.DossierDialog.close"), click -> close()));
    }

    private Button button(String number, ReadingReason reason) {
        String label = getTranslation(reason.messageKey());
        String key = label.substring(0, 1).toLowerCase(Locale.ROOT);
        Button button = new Button(label, click -> read(number, Purpose.of(reason)));
        button.addClassName("chip");
        button.setAutofocus(reason == ReadingReason.INCOMING_CALL);
        button.getElement().setAttribute("aria-keyshortcuts", key);
        button.addClickShortcut(Key.of(key));
        return button;
    }

    private void read(String number, Purpose purpose) {
        removeAll();
        try {
            show(reading.open(number, purpose));
        } catch (Refusal refusal) {
            add(new Paragraph(messages.getMessage(refusal, getLocale())));
        }
    }

    private void show(DossierSheet sheet) {
        var dossier = sheet.dossier();
        add(new Paragraph(getTranslation(dossier.type().messageKey()) + " · "
                + getTranslation(dossier.status().messageKey()) + " · " + dossier.trainee()));
        add(new Paragraph(sheet.provider() == null ? sheet.employer() : sheet.employer() + " · " + sheet.provider()));
        lines(
                "dossier.DossierDialog.blockers",
                sheet.blockers().stream()
                        .map(blocker -> blocker.sentence(messages, getLocale()))
                        .toList());
        if (sheet.blockers().isEmpty()) {
            add(new Paragraph(getTranslation("dossier.DossierDialog.nothingBlocks")));
        }
        lines(
                "dossier.DossierDialog.documents",
                sheet.documents().stream()
                        .map(document -> line(
                                getTranslation(document.kind().messageKey()),
                                getTranslation(document.direction().messageKey()),
                                day(document.dated())))
                        .toList());
        lines(
                "dossier.DossierDialog.invoices",
                sheet.invoices().stream()
                        .map(invoice -> line(
                                invoice.number(),
                                new Euros(invoice.amount()).formatted(),
                                getTranslation(invoice.status().messageKey()),
                                invoice.rejectReason()))
                        .toList());
        lines(
                "dossier.DossierDialog.payments",
                sheet.payments().stream()
                        .map(payment -> line(
                                payment.bankReference(),
                                new Euros(payment.amount()).formatted(),
                                day(payment.paidOn())))
                        .toList());
    }

    private void lines(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            UnorderedList list = new UnorderedList();
            lines.forEach(line -> list.add(new ListItem(line)));
            add(new H3(getTranslation(title)), list);
        }
    }

    private static String line(@Nullable String... parts) {
        return String.join(
                " · ", Arrays.stream(parts).flatMap(Stream::ofNullable).toList());
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(day);
    }
}
