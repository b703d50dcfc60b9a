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
FROM eclipse-temurin:25-jre AS application
RUN useradd --system --uid 10001 --no-create-home college \
 && mkdir -p /var/lib/college-site && chown 10001 /var/lib/college-site
WORKDIR /app
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
COPY docs/deploy/java-options ./
# Few threads ask for native memory, and each pool of it keeps some for itself
ENV MALLOC_ARENA_MAX=1

# A run of exactly these files on exactly this JVM, with a database that exists for this stage only, leaves an AOT cache.
FROM application AS training
RUN apt-get update && apt-get install -y --no-install-recommends postgresql && rm -rf /var/lib/apt/lists/*
COPY docs/deploy/aot-cache.sh /usr/local/bin/aot-cache
RUN service postgresql start \
 && runuser -u postgres -- psql -qc "create role training login password 'training'" \
      -c "create database training owner training encoding 'UTF8' template template0" \
 && SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:5432/training SPRING_DATASOURCE_USERNAME=training \
    SPRING_DATASOURCE_PASSWORD=training aot-cache /app java-options

FROM application
COPY --from=training /app/application.aot ./
USER 10001
# The mirror of the pages; keep it over restarts
ENV COLLEGE_DATA_DIR=/var/lib/college-site
VOLUME /var/lib/college-site
EXPOSE 8080
# The database is no part of being alive: pages are to be shown while it is away
# (the image has bash, but neither curl nor wget)
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/${SERVER_PORT:-8080} && printf 'GET /livez HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# A cache that does not fit is passed over, with a warning, and the start takes as long as without
ENTRYPOINT ["java", "@java-options", "-XX:MaxRAMPercentage=60", "-XX:AOTCache=application.aot", "-jar", "application.jar"]
