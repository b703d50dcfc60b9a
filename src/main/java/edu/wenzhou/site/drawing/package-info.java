/**
 * Line drawings made on the server: the motifs of schools and campuses, the vessel and
 * the river of the front page, the marks of charts, and the map of bearings. Knows no
 * feature.
 */
@ApplicationModule(allowedDependencies = {})
package edu.wenzhou.site.drawing;

import org.springframework.modulith.ApplicationModule;
