package fr.rappel.faq.web;

import fr.rappel.faq.Faq;
import fr.rappel.reference.ReferenceLists;
import org.springframework.stereotype.Component;

/** Gathers the edition of this moment, from memory. */
@Component
class Editions {

    private final Faq faq;
    private final ReferenceLists references;
    private final LineNotices line;

    Editions(Faq faq, ReferenceLists references, LineNotices line) {
        this.faq = faq;
        this.references = references;
        this.line = line;
    }

    Edition current() {
        return new Edition(faq.themes(), faq.pages(), references.topics(), line.current());
    }
}
