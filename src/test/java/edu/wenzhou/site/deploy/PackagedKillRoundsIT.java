package edu.wenzhou.site.deploy;

import java.io.IOException;
import java.util.Map;

import edu.wenzhou.site.database.SiteProcess;

/** The same with the parts that the build has made, as the image runs the jar. */
class PackagedKillRoundsIT extends KillRoundsTests {

	@Override
	SiteProcess start(Map<String, String> environment) throws IOException {
		return SiteProcess.startJar(true, environment);
	}

}
