package fr.rappel.refresh;

import fr.rappel.shared.Refusal;
import org.springframework.util.unit.DataSize;

/** The file is larger than this installation accepts; nothing of it was kept. */
public final class ImportTooLarge extends Refusal {

    ImportTooLarge(DataSize limit) {
        super("refresh.ImportTooLarge", limit.toMegabytes());
    }
}
