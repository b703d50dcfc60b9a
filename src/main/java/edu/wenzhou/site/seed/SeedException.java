package edu.wenzhou.site.seed;

import java.util.List;

import edu.wenzhou.site.database.StartupException;

/**
 * The seeds are broken; nothing of them was loaded. Names every fault with its file and
 * record.
 */
class SeedException extends StartupException {

	private static final long serialVersionUID = 1L;

	SeedException(List<String> faults) {
		super("The seeds are broken, so nothing of them was loaded:"
				+ String.join("", faults.stream().map((fault) -> "\n  - " + fault).toList()),
				"Correct the files named above (seeds/, described in docs/seeds.md) and start again.");
	}

}
