package edu.wenzhou.site.drawing;

import java.util.Random;

/** Beads that show two years of the college, 1965 and 1999. */
final class AbacusMotif {

	private static final String YEARS = "19651999";

	private AbacusMotif() {
	}

	static void abacus(Canvas canvas, Random random) {
		double height = canvas.height();
		int rods = 4 * (int) Math.max(1, Math.round(canvas.width() / height * 1.25));
		double gap = canvas.width() / rods;
		double half = Math.min(height * .047, gap * .24);
		double bar = height * .32;
		Rod rod = new Rod(canvas, gap * .36, half);
		for (int i = 0; i < rods; i++) {
			int digit = YEARS.charAt(i % YEARS.length()) - '0';
			rod.begin(gap * (i + .5));
			int fives = digit / 5;
			for (int bead = 0; bead < 2 - fives; bead++) {
				rod.bead(height * .02 + half + bead * 2.1 * half);
			}
			if (fives == 1) {
				rod.bead(bar - 4 - half);
			}
			int ones = digit % 5;
			for (int bead = 0; bead < 5; bead++) {
				rod.bead((bead < ones) ? bar + 4 + half + bead * 2.1 * half
						: height * .985 - half - (4 - bead) * 2.1 * half);
			}
			rod.end();
		}
		canvas.pen(Ink.STRONG)
			.segment(0, bar - 2, canvas.width(), bar - 2)
			.segment(0, bar + 2, canvas.width(), bar + 2)
			.segment(0, 1, canvas.width(), 1)
			.segment(0, height - 1, canvas.width(), height - 1);
		canvas.point(gap * 1.5, bar);
	}

	/** A rod from top to bottom that is seen between its beads only. */
	private static final class Rod {

		private final Canvas canvas;

		private final double beadWidth;

		private final double beadHeight;

		private double x;

		private double y;

		Rod(Canvas canvas, double beadWidth, double beadHeight) {
			this.canvas = canvas;
			this.beadWidth = beadWidth;
			this.beadHeight = beadHeight;
		}

		void begin(double x) {
			this.x = x;
			this.y = 0;
		}

		void bead(double y) {
			rodTo(y - this.beadHeight);
			double shoulder = this.beadWidth * .45;
			this.canvas.pen(Ink.HAIR)
				.move(this.x - this.beadWidth, y)
				.line(this.x - shoulder, y - this.beadHeight)
				.line(this.x + shoulder, y - this.beadHeight)
				.line(this.x + this.beadWidth, y)
				.line(this.x + shoulder, y + this.beadHeight)
				.line(this.x - shoulder, y + this.beadHeight)
				.close();
			this.y = y + this.beadHeight;
		}

		void end() {
			rodTo(this.canvas.height());
		}

		private void rodTo(double to) {
			if (to - this.y > this.beadHeight / 2) {
				this.canvas.pen(Ink.HAIR).segment(this.x, this.y, this.x, to);
			}
		}

	}

}
