package fr.rappel.api;

import org.springframework.mock.web.MockHttpServletRequest;

/** A request that does not announce the length of its body. */
final class Chunked extends MockHttpServletRequest {

    Chunked(MockHttpServletRequest request) {
        super(request.getServletContext(), request.getMethod(), request.getRequestURI());
        setContentType(request.getContentType());
        setContent(request.getContentAsByteArray());
        setPathInfo(request.getPathInfo());
        setRemoteAddr(ApiClient.nextAddress());
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }
}
