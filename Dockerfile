# Build: Maven and a JDK 17, as on a developer's machine. The tests run in the gate, not here.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B -ntp dependency:go-offline
COPY db db
COPY seeds seeds
COPY src src
RUN mvn -B -ntp package -DskipTests \
 && cp target/college-site-*.jar application.jar \
 && java -Djarmode=tools -jar application.jar extract --layers --destination extracted

# Run: JDK 25, an ordinary user, nothing but the application; layers from what changes least to what changes most.
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home college
WORKDIR /app
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
USER 10001
EXPOSE 8080
# The database is no part of being alive: pages are to be shown while it is away
# (the image has bash, but neither curl nor wget)
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/${SERVER_PORT:-8080} && printf 'GET /livez HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "application.jar"]
