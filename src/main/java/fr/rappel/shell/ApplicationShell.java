package fr.rappel.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.stereotype.Component;

/** The page around every Vaadin view: theme, our style variables, server push. */
@Push
@ColorScheme(ColorScheme.Value.SYSTEM)
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://styles/tokens.css")
@StyleSheet("context://styles/workplace.css")
@Component
public class ApplicationShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink(
                "icon",
                "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
                        + "%3Crect width='32' height='32' rx='7' fill='%23123c8c'/%3E%3Cpath d='M10 23V9h7a5 5 0 0 1 0 9h-7m6 0 6 5' "
                        + "fill='none' stroke='white' stroke-width='3'/%3E%3C/svg%3E");
    }
}
