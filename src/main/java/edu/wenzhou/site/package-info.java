/**
 * The college's website. One flat package a feature; what each may use is checked by
 * {@code ModularityTests} and drawn in {@code docs/architecture.md}.
 */
package edu.wenzhou.site;
