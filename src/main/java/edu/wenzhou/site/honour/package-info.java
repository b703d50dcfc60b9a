/** Titles, awards and platforms, by level and category. */
package edu.wenzhou.site.honour;
