package fr.rappel.api;

import fr.rappel.refresh.ImportKind;
import fr.rappel.refresh.ImportRun;
import fr.rappel.refresh.ImportSource;
import fr.rappel.refresh.Imports;
import fr.rappel.shared.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ImportController.PATH)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administrators")
@SecurityRequirement(name = OpenApiDescription.BASIC)
class ImportController {

    static final String PATH = "/api/v1/imports";

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = "/{kind}",
            consumes = {"text/csv", "text/plain", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Send a file of the information system; it is read in the background",
            description = "The body is the file itself: CSV in UTF-8 or Windows-1252, separated by ; or a comma. "
                    + "Kinds: companies, accounts, rattachements, dossiers, documents, invoices, payments.")
    ResponseEntity<ImportRun> send(
            @PathVariable String kind, @RequestParam(defaultValue = "") String name, HttpServletRequest request)
            throws IOException {
        ImportKind known = ImportKind.of(kind);
        String fileName = name.isBlank() ? known.slug() + ".csv" : name;
        ImportRun run = imports.receive(known, ImportSource.API, fileName, request.getInputStream());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + run.id()))
                .body(run);
    }

    @GetMapping
    @Operation(summary = "The latest imports, newest first")
    List<ImportRun> latest() {
        return imports.latest();
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is, and what became of it")
    ImportRun run(@PathVariable long id) {
        return imports.run(id);
    }

    @GetMapping(path = "/{id}/report", produces = "text/csv")
    @Operation(summary = "The refused lines of an import, each with its reason")
    void report(@PathVariable long id, HttpServletResponse response) throws IOException {
        ImportRun run = imports.run(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("import-" + run.id() + ".csv")
                        .build()
                        .toString());
        imports.writeReport(id, LocaleContextHolder.getLocale(), response.getOutputStream());
    }
}
