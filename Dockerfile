# Build: Maven and a JDK 17, as on a developer's machine. Tests run in the gate, not here.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B -ntp dependency:go-offline
COPY db db
COPY seeds seeds
COPY src src
RUN mvn -B -ntp package -DskipTests \
 && java -Djarmode=tools -jar target/college-site-*.jar extract --layers --launcher --destination extracted

# Run: JDK 25, an ordinary user, nothing but the application.
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home college
WORKDIR /app
# From what changes least to what changes most
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
USER 10001
ENV COLLEGE_DATA_DIR=/tmp/college
EXPOSE 8080
# The database is no part of being alive: a page may be shown while it is away
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["java", "-cp", "/app/BOOT-INF/classes", "edu.wenzhou.site.HealthCheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "org.springframework.boot.loader.launch.JarLauncher"]
