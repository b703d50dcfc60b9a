/** The campuses: a list and a page each. */
package edu.wenzhou.site.campus;
