package fr.rappel.api;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reference")
@AnonymousAllowed
@Tag(name = "Visitors")
class ReferenceController {

    private final ReferenceLists lists;

    ReferenceController(ReferenceLists lists) {
        this.lists = lists;
    }

    @GetMapping("/regions")
    List<Region> regions() {
        return lists.regions();
    }

    @GetMapping("/sectors")
    List<Sector> sectors() {
        return lists.sectors();
    }

    @GetMapping("/topics")
    List<Topic> topics() {
        return lists.topics();
    }
}
