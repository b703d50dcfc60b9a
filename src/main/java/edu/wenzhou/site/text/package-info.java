/** Public text in two languages, and the one policy for rich text. Knows no feature. */
@ApplicationModule(allowedDependencies = {})
package edu.wenzhou.site.text;

import org.springframework.modulith.ApplicationModule;
