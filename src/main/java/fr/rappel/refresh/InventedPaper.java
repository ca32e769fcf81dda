package fr.rappel.refresh;

import fr.rappel.dossier.Euros;
import fr.rappel.shared.Siret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A real PDF file of one page for a document that does not exist. */
final class InventedPaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final float LEFT = 60;
    private static final float TOP = 770;
    private static final float LINE = 18;

    private InventedPaper() {}

    static byte[] of(InventedDossier dossier, InventedDocument document, String title) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.getDocumentInformation().setTitle(title);
            pdf.getDocumentInformation().setCreationDate(created(document));
            pdf.setDocumentId(0L);
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                write(content, List.of(title), new PDType1Font(FontName.HELVETICA_BOLD), 16, TOP);
                write(content, lines(dossier, document), new PDType1Font(FontName.HELVETICA), 11, TOP - 2 * LINE);
            }
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static List<String> lines(InventedDossier dossier, InventedDocument document) {
        return List.of(
                "Document de démonstration : personne, entreprise et montants sont inventés.",
                "",
                "Dossier " + dossier.number(),
                "Date : " + DAY.format(document.dated()),
                "Employeur : " + dossier.employer().name() + ", SIRET "
                        + new Siret(dossier.employerSiret()).formatted(),
                "Organisme : " + dossier.provider().name() + ", SIRET "
                        + new Siret(dossier.providerSiret()).formatted(),
                "Bénéficiaire : " + dossier.trainee(),
                "Montant demandé : " + euros(dossier.amountAsked()),
                dossier.isGranted() ? "Montant accordé : " + euros(dossier.amountGranted()) : "");
    }

    private static void write(PDPageContentStream content, List<String> lines, PDFont font, float size, float top)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setLeading(LINE);
        content.newLineAtOffset(LEFT, top);
        for (String line : lines) {
            content.showText(line);
            content.newLine();
        }
        content.endText();
    }

    private static Calendar created(InventedDocument document) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(document.dated().toEpochDay() * 86_400_000L);
        return calendar;
    }

    private static String euros(long cents) {
        // The fonts that every reader has know no narrow space.
        return new Euros(cents).formatted().replace('\u202F', '\u00A0');
    }
}
