package fr.rappel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A visitor's browser on plain pages: no script, no cookie, a network address of its own. */
public final class PlainBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"");
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final MockMvcTester mvc;
    private final String address;

    public PlainBrowser(MockMvcTester mvc) {
        this.mvc = mvc;
        int number = ADDRESSES.incrementAndGet();
        this.address = "10.99." + number / 256 + "." + number % 256;
    }

    public MvcTestResult get(String path) {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(from()));
    }

    /** Sends fields, each name followed by its value. */
    public MvcTestResult post(String path, String... fields) {
        var request = MockMvcRequestBuilders.post(path).with(from()).header("Origin", "null");
        request.header("Sec-Fetch-Site", "same-origin");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    /** Opens a page and sends one of its forms. */
    public MvcTestResult send(String page, String form, String... fields) {
        return post(form, with(fields, token(page)));
    }

    /** Opens a page and sends documents with its form. */
    public MvcTestResult upload(String page, String form, MockMultipartFile... documents) {
        var request = MockMvcRequestBuilders.multipart(form);
        for (MockMultipartFile document : documents) {
            request.file(document);
        }
        request.param("jeton", token(page)).with(from());
        return mvc.perform(request);
    }

    /** The token of a page. */
    public String token(String page) {
        var answer = get(page);
        assertThat(answer).hasStatusOk();
        return tokenIn(answer);
    }

    public static String tokenIn(MvcTestResult answer) {
        var found = TOKEN.matcher(text(answer));
        assertThat(found.find()).as("a token").isTrue();
        return found.group(1);
    }

    /** What a page says, its no-break spaces as spaces. */
    public String read(String page) {
        return text(get(page));
    }

    public static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString().replace('\u00a0', ' ');
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String location(MvcTestResult answer) {
        assertThat(answer).as(text(answer)).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static String[] with(String[] fields, String token) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "jeton";
        all[fields.length + 1] = token;
        return all;
    }
}
