package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

import edu.wenzhou.site.database.Reachability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Lets a node start while its database is away, if it has a mirror: its pages are shown
 * from there until the database answers, and then the start goes on, migrations included.
 */
class WaitingRoomInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(WaitingRoomInitializer.class);

	private static final long PAUSE_MILLIS = 1000;

	/** Before the database is checked for good. */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			return;
		}
		Environment environment = context.getEnvironment();
		String folder = environment.getProperty("college.delivery.mirror-dir");
		int port = environment.getProperty("server.port", Integer.class, 8080);
		if (!(context instanceof ServletWebServerApplicationContext) || folder == null || port <= 0
				|| !AotDetector.useGeneratedArtifacts()
						&& !environment.getProperty("college.delivery.enabled", Boolean.class, true)) {
			return;
		}
		Optional<String> obstacle = Reachability.obstacle(environment);
		Mirror mirror = new Mirror(Path.of(folder));
		if (obstacle.isEmpty() || !mirror.isUsable()) {
			return;
		}
		try {
			String host = environment.getProperty("server.address");
			WaitingRoom room = WaitingRoom.open(
					(host != null) ? new InetSocketAddress(host, port) : new InetSocketAddress(port), mirror,
					new Renditions(DeliveryProperties.WAITING_BYTES));
			context.addApplicationListener((ApplicationListener<WebServerInitializedEvent>) (event) -> {
				// Not the one for probes on a port of its own
				if (event.getApplicationContext().getServerNamespace() == null) {
					closeWithoutDelay(room);
				}
			});
			logger.warn("{} Pages are shown from {} until it answers; then the start goes on.", obstacle.get(), folder);
			await(environment);
		}
		catch (IOException ex) {
			logger.warn("Pages cannot be shown while the database is away: {}", ex.toString());
		}
	}

	/** The application serves already and has more to do. */
	private static void closeWithoutDelay(WaitingRoom room) {
		Thread thread = new Thread(room::close, "waiting-room-end");
		thread.setDaemon(true);
		thread.start();
	}

	private static void await(Environment environment) {
		try {
			while (Reachability.obstacle(environment).isPresent()) {
				Thread.sleep(PAUSE_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
