/**
 * Reads tables that people made with a spreadsheet, as the texts of their cells. Knows
 * nothing of what they are for, and trusts none of them.
 */
@ApplicationModule(allowedDependencies = {})
package edu.wenzhou.site.table;

import org.springframework.modulith.ApplicationModule;
