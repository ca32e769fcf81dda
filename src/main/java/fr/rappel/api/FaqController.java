package fr.rappel.api;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/faq")
@AnonymousAllowed
@Tag(name = "Visitors")
class FaqController {

    private static final int MAX_HITS = 20;

    private final Faq faq;

    FaqController(Faq faq) {
        this.faq = faq;
    }

    @GetMapping
    @Operation(summary = "Questions and answers; those that fit `q` best come first, all of them without it")
    Answers search(@RequestParam(defaultValue = "") String q) {
        List<FaqEntry> found = q.isBlank()
                ? faq.themes().stream()
                        .flatMap(theme -> theme.entries().stream())
                        .toList()
                : faq.search(q, MAX_HITS);
        return new Answers(found.stream().map(Answer::of).toList());
    }

    record Answers(List<Answer> items) {}

    record Answer(String slug, String question, String answer, String theme, Instant updatedAt) {

        static Answer of(FaqEntry entry) {
            return new Answer(entry.slug(), entry.question(), entry.answerText(), entry.themeCode(), entry.updatedAt());
        }
    }
}
