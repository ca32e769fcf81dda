# Packs the jar that `bin/run --build-only` made.
FROM eclipse-temurin:25-jre AS unpacked
WORKDIR /rappel
COPY target/rappel.jar packed.jar
RUN java -Djarmode=tools -jar packed.jar extract --destination app && mv app/packed.jar app/rappel.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /rappel rappel && install -d -o rappel /rappel/data
WORKDIR /rappel
COPY --from=unpacked /rappel/app ./
ENV JDK_JAVA_OPTIONS="-XX:+UseCompactObjectHeaders -XX:+UseSerialGC"
# A rehearsal on a throw-away database keeps the loaded classes for faster starts.
RUN java -XX:AOTCacheOutput=rappel.aot -Dspring.context.exit=onRefresh -jar rappel.jar --rappel.data=/tmp/rehearsal \
    && rm -r /tmp/rehearsal
USER rappel
ENV RAPPEL_DATA=/rappel/data
VOLUME /rappel/data
EXPOSE 8080
HEALTHCHECK --start-period=60s --interval=10s CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q 200"]
ENTRYPOINT ["java", "-XX:AOTCache=rappel.aot", "-jar", "rappel.jar"]
